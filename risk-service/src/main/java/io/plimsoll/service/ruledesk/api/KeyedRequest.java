package io.plimsoll.service.ruledesk.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.document.json.Sha256;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.evaluation.IdempotencyHeader;
import io.plimsoll.service.evaluation.KeysInFlight;
import io.plimsoll.service.record.IdempotencyClaim;
import io.plimsoll.service.record.RecordSettings;
import io.plimsoll.service.ruledesk.Actor;
import io.plimsoll.service.ruledesk.store.KeptAnswer;
import io.plimsoll.service.ruledesk.store.KeptAnswers;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.plimsoll.service.store.Store;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HexFormat;
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
class KeyedRequest {

    private final HttpServerRequest request;
    private final Caller caller;
    private final Store store;
    private final KeysInFlight inFlight;
    private final RecordSettings settings;

    KeyedRequest(
            HttpServerRequest request, Caller caller, Store store, KeysInFlight inFlight, RecordSettings settings) {
        this.request = request;
        this.caller = caller;
        this.store = store;
        this.inFlight = inFlight;
        this.settings = settings;
    }

    /// Takes a step of a change, which is the answer.
    Response change(byte[] body, Function<Actor, StoredChange> step) {
        return answer(body, StoredChange.class, Revisions::answer, step);
    }

    /// Takes a step, or gives the answer that was given before.
    ///
    /// @param body of the request
    /// @param type of what the step results in
    /// @param form the answer that a result is
    /// @throws io.plimsoll.service.problem.ProblemException if the step is refused, the same key is in
    ///     flight, or stands for another request
    <T> Response answer(byte[] body, Class<T> type, Function<T, KeptAnswer> form, Function<Actor, T> step) {
        Actor actor = Actor.of(caller);
        Optional<String> key = IdempotencyHeader.read(request, true);
        if (key.isEmpty()) {
            return response(form.apply(step.apply(actor)));
        }
        IdempotencyClaim claim = claim(actor.person().value(), key.get(), body);
        return inFlight.once(
                        claim,
                        () -> CompletableFuture.completedStage(
                                given(claim).orElseGet(() -> taken(claim, actor, type, form, step))))
                .toCompletableFuture()
                .join();
    }

    private <T> Response taken(
            IdempotencyClaim claim, Actor actor, Class<T> type, Function<T, KeptAnswer> form, Function<Actor, T> step) {
        AtomicReference<@Nullable KeptAnswer> kept = new AtomicReference<>();
        try {
            T result = step.apply(actor.keeping((transaction, each) -> {
                KeptAnswer answer = form.apply(type.cast(each));
                keep(transaction, claim, answer);
                kept.set(answer);
            }));
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

    private IdempotencyClaim claim(String person, String key, byte[] body) {
        ByteArrayOutputStream asked = new ByteArrayOutputStream(body.length + 256);
        asked.writeBytes("%s %s\n%s\n"
                .formatted(request.method(), request.path(), request.headers().getAll(Revisions.IF_MATCH))
                .getBytes(UTF_8));
        asked.writeBytes(body);
        return new IdempotencyClaim(person, key, HexFormat.of().formatHex(Sha256.of(asked.toByteArray())));
    }

    private static Response response(KeptAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).entity(answer.body().bytes());
        answer.etag().ifPresent(etag -> response.header("ETag", etag));
        answer.location().ifPresent(location -> response.header("Location", location));
        return response.build();
    }
}
