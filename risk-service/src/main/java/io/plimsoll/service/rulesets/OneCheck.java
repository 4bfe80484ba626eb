package io.plimsoll.service.rulesets;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// One check at a time for all who ask: it compiles, and the evaluations need the processors more.
@Singleton
public final class OneCheck {

    private final Semaphore free = new Semaphore(1);

    OneCheck() {}

    /// Does the work if nobody else's is being done.
    ///
    /// @throws ProblemException if somebody else's is
    public <T> T alone(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new ProblemException(
                    ProblemType.OVERLOADED,
                    "Another rule set is being checked. Maybe ask again in a few seconds.",
                    Map.of("Retry-After", "3"));
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
