package io.plimsoll.service.live;

import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.service.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/// What persons ask of the guards.
final class GuardRequests {

    private static final String SENTENCE = "(?=.*\\S)\\P{Cntrl}{1,1000}";

    private GuardRequests() {}

    /// Has the marks of an instrument or asset be relied on for some time.
    ///
    /// @param instrument or asset
    /// @param until up to when, in UTC
    /// @param reason why, in a sentence
    public record ReleaseRequest(
            @NotNull @Size(min = 1, max = 64) String instrument,
            @NotNull Instant until,
            @NotNull @Pattern(regexp = SENTENCE) String reason) {}

    /// Something about an instrument or asset.
    ///
    /// @param instrument or asset
    /// @param reason why, in a sentence
    public record InstrumentRequest(
            @NotNull @Size(min = 1, max = 64) String instrument,
            @NotNull @Pattern(regexp = SENTENCE) String reason) {}

    /// Something about all of them.
    ///
    /// @param reason why, in a sentence
    public record AllRequest(
            @NotNull @Pattern(regexp = SENTENCE) String reason) {}

    /// Lets a rule trade again what the breaker stopped it from.
    ///
    /// @param rule by its name
    /// @param instrument that it traded
    /// @param reason why, in a sentence
    public record RearmRequest(
            @NotNull @Size(min = 1, max = 256) String rule,
            @NotNull @Size(min = 1, max = 64) String instrument,
            @NotNull @Pattern(regexp = SENTENCE) String reason) {}

    /// The document in a body.
    ///
    /// @throws ProblemException if it is none
    static <R extends Record> R read(byte[] body, Class<R> type) {
        try {
            return JsonDocuments.read(body, type);
        } catch (InvalidDocumentException e) {
            throw ProblemException.inDocument(e.problems(), e);
        }
    }
}
