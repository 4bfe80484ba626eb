package io.plimsoll.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plimsoll.monitor.live.Walk.Slip;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The live book beside one that evaluates everything every time. `-Dplimsoll.walks=10000` walks more often,
/// `-Dplimsoll.seed=7` elsewhere.
final class LiveBookTest {

    private static final int WALKS = Integer.getInteger("plimsoll.walks", 2_000);
    private static final int OPERATIONS = 1_000;
    private static final int SEED = Integer.getInteger("plimsoll.seed", 1);

    @Test
    void tellsTheSameAsEvaluatingEverythingEveryTime() {
        AtomicInteger told = new AtomicInteger();
        IntStream.range(0, WALKS).parallel().forEach(i -> {
            Walk walk = new Walk(SEED * 1_000_000L + i, Slip.NONE);
            assertThatCode(() -> walk.run(OPERATIONS))
                    .as("seed %d, walk %d", SEED, i)
                    .doesNotThrowAnyException();
            told.addAndGet(walk.count());
        });
        assertThat(told.get()).isGreaterThan(WALKS * OPERATIONS / 10);
        System.out.printf("%,d walks of %,d operations told %,d changes.%n", WALKS, OPERATIONS, told.get());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everySlipIsFound(Slip slip) {
        assertThat(IntStream.range(0, 50).anyMatch(i -> isFound(new Walk(i, slip))))
                .isTrue();
    }

    private static boolean isFound(Walk walk) {
        try {
            walk.run(OPERATIONS);
            return false;
        } catch (AssertionError | RuntimeException e) {
            return true;
        }
    }
}
