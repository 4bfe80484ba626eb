package io.plimsoll.service.evaluation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// Bounds the memory that bodies take while they arrive: room is set aside before the first byte is read.
@Singleton
final class BodyBudget {

    private static final int BYTES_IN_KIBIBYTE = 1 << 10;
    private static final int KIBIBYTES_IN_MEBIBYTE = 1 << 10;

    private final Semaphore kibibytes;

    BodyBudget(EvaluationSettings settings, MeterRegistry registry) {
        this.kibibytes = new Semaphore(settings.bodyMebibytes() * KIBIBYTES_IN_MEBIBYTE);
        Gauge.builder("plimsoll.body.free", kibibytes, free -> (double) free.availablePermits() * BYTES_IN_KIBIBYTE)
                .description("Memory left for bodies that arrive")
                .baseUnit("bytes")
                .register(registry);
    }

    /// Sets room aside, rounded up to KiB.
    ///
    /// @return gives it back; to be run once
    /// @throws ProblemException if there is too little
    Runnable reserve(long bytes) {
        int wanted = Math.toIntExact(bytes / BYTES_IN_KIBIBYTE + 1);
        if (!kibibytes.tryAcquire(wanted)) {
            throw new ProblemException(
                    ProblemType.OVERLOADED,
                    "The service holds as many bodies as it can at this moment. Maybe ask again in a second.",
                    Map.of("Retry-After", "1"));
        }
        return () -> kibibytes.release(wanted);
    }
}
