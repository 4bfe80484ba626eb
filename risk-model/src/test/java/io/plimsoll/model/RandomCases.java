package io.plimsoll.model;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// Laws that are tried on many generated cases: the same on every machine, and a failure names its seed.
public final class RandomCases {

    private static final long FIRST_SEED = Long.getLong("plimsoll.seed", 0);

    private RandomCases() {}

    /// Tries a law with the seeds from 0 up (`-Dplimsoll.seed=` begins elsewhere), and fails with the lowest
    /// that breaks it.
    public static void forAll(long count, Consumer<SplittableRandom> law) {
        Optional<AssertionError> failure = LongStream.range(FIRST_SEED, FIRST_SEED + count)
                .parallel()
                .mapToObj(seed -> failure(seed, law))
                .flatMap(Optional::stream)
                .findFirst();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static Optional<AssertionError> failure(long seed, Consumer<SplittableRandom> law) {
        try {
            law.accept(new SplittableRandom(seed));
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(new AssertionError("Seed " + seed + ": " + e, e));
        }
    }
}
