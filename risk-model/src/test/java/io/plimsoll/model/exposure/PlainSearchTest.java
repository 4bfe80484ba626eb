package io.plimsoll.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// The search finds what a plain one finds, which evaluates everything exactly and skips nothing.
///
/// Where several marks move together and their roundings, 10⁻¹⁸ each, go opposite ways, a metric that runs
/// along its limit may cross it more than once within some billionths of a billionth. Which of these
/// crossings is found is left open, as long as it is one.
final class PlainSearchTest {

    private static final int CASES = Integer.getInteger("plimsoll.cases", 150);
    private static final BigDecimal SAWTEETH = new BigDecimal("1e-12");

    @Test
    void everyThresholdTripsWhereThePlainSearchSays() {
        LongAdder found = new LongAdder();
        LongAdder others = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot =
                    RandomThresholds.withBetas(random, RandomBooks.any(random).snapshot());
            AccountRisk risk = AccountRisk.of(snapshot);
            List<Threshold> thresholds = RandomThresholds.of(random, risk, 8);

            List<ThresholdExposure> fast =
                    AccountExposure.of(snapshot, risk, thresholds).exposures();
            List<ThresholdExposure> plain = new PlainExposures(snapshot, risk, thresholds).all();
            assertThat(fast).hasSameSizeAs(plain);
            for (int i = 0; i < plain.size(); i++) {
                found.increment();
                if (!fast.get(i).equals(plain.get(i))) {
                    others.increment();
                    assertIsAnotherTooth(snapshot, fast.get(i), plain.get(i));
                }
            }
        });
        assertThat(found.sum()).isGreaterThan(4L * CASES);
        assertThat(others.sum()).isLessThan(1 + found.sum() / 200);
    }

    @Test
    void theNearestIsWhatThePlainSearchSays() {
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot =
                    RandomThresholds.withBetas(random, RandomBooks.any(random).snapshot());
            AccountRisk risk = AccountRisk.of(snapshot);
            List<Threshold> thresholds = RandomThresholds.of(random, risk, 8);

            Optional<ThresholdExposure> fast = AccountExposure.nearest(snapshot, risk, thresholds);
            Optional<ThresholdExposure> plain = new PlainExposures(snapshot, risk, thresholds).nearest();
            assertThat(fast.isPresent()).isEqualTo(plain.isPresent());
            if (!fast.equals(plain)) {
                assertIsAnotherTooth(snapshot, fast.orElseThrow(), plain.orElseThrow());
            }
        });
    }

    private static void assertIsAnotherTooth(Snapshot snapshot, ThresholdExposure fast, ThresholdExposure plain) {
        assertThat(fast.threshold()).isEqualTo(plain.threshold());
        assertThat(fast.direction()).isEqualTo(plain.direction());
        assertThat(plain.direction().isJoint()).as("%s, not %s", fast, plain).isTrue();
        assertThat(fast.shock())
                .as("%s, not %s", fast, plain)
                .isCloseTo(
                        plain.shock(),
                        within(plain.shock().abs().multiply(SAWTEETH).max(SAWTEETH)));
        BigDecimal before = fast.shock()
                .subtract(PlainShocks.STEP.multiply(
                        BigDecimal.valueOf(fast.shock().signum())));
        Map<String, BigDecimal> betas = fast.direction().betas();
        assertThat(PlainShocks.isCrossed(snapshot, fast.threshold(), betas, fast.shock()))
                .isTrue();
        assertThat(PlainShocks.isCrossed(snapshot, fast.threshold(), betas, before))
                .isFalse();
    }
}
