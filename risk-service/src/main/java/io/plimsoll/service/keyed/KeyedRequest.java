package io.plimsoll.service.keyed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.document.json.Sha256;
import io.plimsoll.service.evaluation.IdempotencyHeader;
import io.plimsoll.service.evaluation.KeysInFlight;
import io.plimsoll.service.record.IdempotencyClaim;
import io.plimsoll.service.record.RecordSettings;
import io.plimsoll.service.store.Store;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A request that changes something. If it has an `Idempotency-Key`, it is answered once: the answer is kept
/// in the transaction of the step, so that there is one if and only if the step was taken.
///
/// Two services that meet the same key at the same time are told apart by the database: the second one's step
/// is undone, and it gives the answer of the first.
@RequestScoped
public class KeyedRequest {

    private final HttpServerRequest request;
    private final Store store;
    private final KeysInFlight inFlight;
    private final RecordSettings settings;

    KeyedRequest(HttpServerRequest request, Store store, KeysInFlight inFlight, RecordSettings settings) {
        this.request = request;
        this.store = store;
        this.inFlight = inFlight;
        this.settings = settings;
    }

    /// Takes a step, or gives the answer that was given before.
    ///
    /// @param caller whose key it is, if there is one
    /// @param body of the request
    /// @param type of what the step results in
    /// @param form the answer that a result is
    /// @param step which has the keeper keep its result in its transaction
    /// @throws io.plimsoll.service.problem.ProblemException if the step is refused, the same key is in
    ///     flight, or stands for another request
    public <T> Response answer(
            String caller, byte[] body, Class<T> type, Function<T, KeptAnswer> form, Function<Keeper, T> step) {
        Optional<String> key = IdempotencyHeader.read(request, true);
        if (key.isEmpty()) {
            return response(form.apply(step.apply(Keeper.NONE)));
        }
        IdempotencyClaim claim = claim(caller, key.get(), body);
        return inFlight.once(
                        claim,
                        () -> CompletableFuture.completedStage(
                                given(claim).orElseGet(() -> taken(claim, type, form, step))))
                .toCompletableFuture()
                .join();
    }

    private <T> Response taken(
            IdempotencyClaim claim, Class<T> type, Function<T, KeptAnswer> form, Function<Keeper, T> step) {
        AtomicReference<@Nullable KeptAnswer> kept = new AtomicReference<>();
        try {
            T result = step.apply((transaction, each) -> {
                KeptAnswer answer = form.apply(type.cast(each));
                keep(transaction, claim, answer);
                kept.set(answer);
            });
            KeptAnswer answer = kept.get();
            return response(answer == null ? keep(claim, form.apply(result)) : answer);
        } catch (RuntimeException e) {
            // Another service may have taken the step meanwhile.
            return given(claim).orElseThrow(() -> e);
        }
    }

    /// Of what is no step in the database.
    private KeptAnswer keep(IdempotencyClaim claim, KeptAnswer answer) {
        return store.write(transaction -> {
            keep(transaction, claim, answer);
            return answer;
        });
    }

    private void keep(Handle transaction, IdempotencyClaim claim, KeptAnswer answer) {
        KeptAnswers.keep(transaction, claim, answer, oldest());
    }

    private Optional<Response> given(IdempotencyClaim claim) {
        return store.read(sql -> KeptAnswers.find(sql, claim, oldest())).map(use -> {
            if (!use.request().equals(claim.request())) {
                throw IdempotencyHeader.misused();
            }
            return response(use.answer());
        });
    }

    private Instant oldest() {
        return Instant.now().minus(settings.idempotencyKept());
    }

    private IdempotencyClaim claim(String caller, String key, byte[] body) {
        ByteArrayOutputStream asked = new ByteArrayOutputStream(body.length + 256);
        asked.writeBytes("%s %s\n%s\n"
                .formatted(request.method(), request.path(), header(EntityTag.IF_MATCH))
                .getBytes(UTF_8));
        if (!header(EntityTag.IF_NONE_MATCH).isEmpty()) {
            asked.writeBytes((header(EntityTag.IF_NONE_MATCH) + "\n").getBytes(UTF_8));
        }
        asked.writeBytes(body);
        return new IdempotencyClaim(caller, key, HexFormat.of().formatHex(Sha256.of(asked.toByteArray())));
    }

    private List<String> header(String name) {
        return request.headers().getAll(name);
    }

    private static Response response(KeptAnswer answer) {
        byte[] body = answer.body().bytes();
        Response.ResponseBuilder response = Response.status(answer.status());
        if (body.length > 0) {
            response.entity(body);
        }
        answer.etag().ifPresent(etag -> response.header("ETag", etag));
        answer.location().ifPresent(location -> response.header("Location", location));
        return response.build();
    }
}
