package io.plimsoll.service.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.document.json.Sha256;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.record.IdempotencyClaim;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The request header `Idempotency-Key`.
public final class IdempotencyHeader {

    /// Its name.
    public static final String NAME = "Idempotency-Key";

    /// The most characters of a key.
    public static final int MAX_LENGTH = 255;

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1," + MAX_LENGTH + "}");

    private IdempotencyHeader() {}

    /// The key of a request, if it has one.
    ///
    /// @param recorded whether the request asks for something to be kept
    /// @throws ProblemException if there is more than one, it is malformed, or there is nothing to be kept
    ///     under it
    public static Optional<String> read(HttpServerRequest request, boolean recorded) {
        List<String> given = request.headers().getAll(NAME);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > 1 || !FORM.matcher(given.getFirst()).matches()) {
            throw new ProblemException(
                    ProblemType.BAD_REQUEST,
                    "The Idempotency-Key must be one, of 1 to %d visible ASCII characters. Maybe use a UUID."
                            .formatted(MAX_LENGTH));
        }
        if (!recorded) {
            throw new ProblemException(
                    ProblemType.BAD_REQUEST,
                    "An Idempotency-Key goes with what is recorded. Maybe leave it out, or leave out record=false.");
        }
        return Optional.of(given.getFirst());
    }

    /// The caller's claim that the key stands for this evaluation.
    static IdempotencyClaim claim(String caller, String key, byte[] body, boolean explain) {
        ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + 64);
        request.writeBytes(
                "POST /v1/evaluations?explain=%s\n".formatted(explain).getBytes(UTF_8));
        request.writeBytes(body);
        return new IdempotencyClaim(caller, key, HexFormat.of().formatHex(Sha256.of(request.toByteArray())));
    }

    /// What is said of a key that was used for something else.
    public static ProblemException misused() {
        return new ProblemException(
                ProblemType.KEY_MISUSED,
                "This Idempotency-Key was used for another request before. Maybe use a new key for each request, and the"
                        + " same only to send the same again.");
    }
}
