package io.plimsoll.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// What the search skips by must enclose what the model says.
final class RangesTest {

    private static final int CASES = 300;

    @Test
    void everyMetricLiesInItsRangeAtEveryShockOfIt() {
        LongAdder tight = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot =
                    RandomThresholds.withBetas(random, RandomBooks.any(random).snapshot());
            AccountRisk risk = AccountRisk.of(snapshot);
            List<Threshold> thresholds = RandomThresholds.of(random, risk, 40);
            RangedAccount account = new RangedAccount(snapshot, risk, thresholds);
            for (ShockDirection direction : ShockDirection.of(snapshot)) {
                RangedShocks shocks = new RangedShocks(account, direction);
                BigDecimal from = any(random, snapshot, direction);
                BigDecimal to = any(random, snapshot, direction);
                Range both = new Range(
                        Range.of(from.min(to)).low(), Range.of(from.max(to)).high());
                for (BigDecimal shock : List.of(from, to, between(random, from, to))) {
                    AccountRisk shocked = PlainShocks.risk(snapshot, direction.betas(), shock);
                    for (Threshold threshold : thresholds) {
                        Optional<Ratio> exact = shocked.reading(threshold.metric(), threshold.scope());
                        RangeReader reader = new RangeReader(shocks, Watched.of(0, threshold, account));
                        Range here = reader.read(Range.of(shock));
                        assertEncloses(here, exact, threshold);
                        assertEncloses(reader.read(both), exact, threshold);
                        if (here.high() - here.low() <= 1e-9 * Math.abs(here.high())) {
                            tight.increment();
                        }
                    }
                }
            }
        });
        assertThat(tight.sum()).isGreaterThan(10L * CASES);
    }

    private static void assertEncloses(Range range, Optional<Ratio> exact, Threshold threshold) {
        if (exact.isEmpty()) {
            assertThat(range).as("%s", threshold).isEqualTo(Range.ANY);
        } else if (exact.get().isUnbounded()) {
            assertThat(range.high()).as("%s", threshold).isEqualTo(Double.POSITIVE_INFINITY);
        } else {
            assertThat(isBelow(range.low(), exact.get()))
                    .as("%s of %s: %s", exact.get(), range, threshold)
                    .isTrue();
            assertThat(isBelow(-range.high(), exact.get().negate()))
                    .as("%s of %s: %s", exact.get(), range, threshold)
                    .isTrue();
        }
    }

    private static boolean isBelow(double bound, Ratio exact) {
        return bound == Double.NEGATIVE_INFINITY
                || (Double.isFinite(bound) && exact.compareTo(new BigDecimal(bound)) >= 0);
    }

    // Near and far, and the farthest.
    private static BigDecimal any(SplittableRandom random, Snapshot snapshot, ShockDirection direction) {
        int sign = random.nextBoolean() ? 1 : -1;
        BigDecimal farthest = direction.farthest(snapshot, sign).multiply(BigDecimal.valueOf(sign));
        BigDecimal share = BigDecimal.valueOf(random.nextLong(1_000_001), 6);
        return switch (random.nextInt(4)) {
            case 0 -> farthest;
            case 1 -> farthest.movePointLeft(random.nextInt(9)).setScale(18, RoundingMode.DOWN);
            default -> farthest.multiply(share).setScale(18, RoundingMode.DOWN);
        };
    }

    private static BigDecimal between(SplittableRandom random, BigDecimal from, BigDecimal to) {
        BigDecimal share = BigDecimal.valueOf(random.nextLong(1_000_001), 6);
        return to.subtract(from).multiply(share).setScale(18, RoundingMode.DOWN).add(from);
    }
}
