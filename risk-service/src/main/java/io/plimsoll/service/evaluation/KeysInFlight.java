package io.plimsoll.service.evaluation;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.record.IdempotencyClaim;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The keys of requests that are being answered by this process. Two services that meet the same key at the
/// same time are told apart by the database.
@Singleton
public final class KeysInFlight {

    private final Set<List<String>> keys = ConcurrentHashMap.newKeySet();

    /// Answers a request unless its key is in flight.
    ///
    /// @throws ProblemException if it is
    public <T> CompletionStage<T> once(IdempotencyClaim claim, Supplier<CompletionStage<T>> work) {
        List<String> key = List.of(claim.caller(), claim.key());
        if (!keys.add(key)) {
            throw new ProblemException(
                    ProblemType.KEY_IN_FLIGHT,
                    "A request with this Idempotency-Key is being answered. Maybe ask again in a second.",
                    Map.of("Retry-After", "1"));
        }
        try {
            return work.get().whenComplete((answer, failure) -> keys.remove(key));
        } catch (RuntimeException e) {
            keys.remove(key);
            throw e;
        }
    }
}
