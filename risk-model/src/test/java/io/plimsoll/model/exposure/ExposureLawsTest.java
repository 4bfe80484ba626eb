package io.plimsoll.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// Laws of shocks that hold for every account, tried on generated ones.
final class ExposureLawsTest {

    private static final int CASES = 120;
    private static final int GRID = 24;

    @Test
    void aThresholdIsCrossedAtItsShockAndNowhereBefore() {
        LongAdder found = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot =
                    RandomThresholds.withBetas(random, RandomBooks.any(random).snapshot());
            AccountRisk risk = AccountRisk.of(snapshot);
            List<Threshold> thresholds = RandomThresholds.of(random, risk, 8);

            for (ThresholdExposure exposure :
                    AccountExposure.of(snapshot, risk, thresholds).exposures()) {
                Threshold threshold = exposure.threshold();
                Map<String, BigDecimal> betas = exposure.direction().betas();
                assertThat(PlainShocks.isCrossed(snapshot, threshold, betas, exposure.shock()))
                        .isTrue();
                if (!exposure.isCrossed()) {
                    found.increment();
                    BigDecimal before = exposure.shock()
                            .subtract(PlainShocks.STEP.multiply(
                                    BigDecimal.valueOf(exposure.shock().signum())));
                    assertNoneUpTo(before, snapshot, threshold, betas);
                    assertThat(exposure.marks())
                            .isSubsetOf(PlainShocks.marks(snapshot, betas, exposure.shock()))
                            .hasSameSizeAs(betas.keySet());
                }
            }
        });
        assertThat(found.sum()).isGreaterThan(CASES);
    }

    @Test
    void whereNoShockIsFoundThereIsNone() {
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot =
                    RandomThresholds.withBetas(random, RandomBooks.any(random).snapshot());
            AccountRisk risk = AccountRisk.of(snapshot);
            List<Threshold> thresholds = RandomThresholds.of(random, risk, 4);
            List<ThresholdExposure> exposures =
                    AccountExposure.of(snapshot, risk, thresholds).exposures();

            for (Threshold threshold : thresholds) {
                for (ShockDirection direction : ShockDirection.of(snapshot)) {
                    for (int sign = -1; sign <= 1; sign += 2) {
                        int side = sign;
                        boolean isFound = exposures.stream()
                                .anyMatch(exposure -> exposure.threshold().equals(threshold)
                                        && (exposure.isCrossed()
                                                || (exposure.direction().equals(direction)
                                                        && exposure.shock().signum() == side)));
                        if (!isFound) {
                            BigDecimal end = PlainShocks.farthest(snapshot, direction.betas(), sign)
                                    .multiply(BigDecimal.valueOf(sign));
                            assertNoneUpTo(end, snapshot, threshold, direction.betas());
                        }
                    }
                }
            }
        });
    }

    @Test
    void theNearestIsTheNearestOfAll() {
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot =
                    RandomThresholds.withBetas(random, RandomBooks.any(random).snapshot());
            AccountRisk risk = AccountRisk.of(snapshot);
            List<Threshold> thresholds = RandomThresholds.of(random, risk, 10);

            assertThat(AccountExposure.nearest(snapshot, risk, thresholds))
                    .isEqualTo(AccountExposure.of(snapshot, risk, thresholds).nearest());
        });
    }

    @Test
    void theOrderOfPositionsDoesNotMatter() {
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = RandomBooks.any(random).snapshot();
            AccountRisk risk = AccountRisk.of(snapshot);
            List<Threshold> thresholds = RandomThresholds.of(random, risk, 6);
            Account account = snapshot.account();
            List<Position> shuffled = new ArrayList<>(account.positions());
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            Snapshot other = snapshot.with(account.with(account.balances().reversed(), shuffled));

            assertThat(AccountExposure.of(other, AccountRisk.of(other), thresholds))
                    .isEqualTo(AccountExposure.of(snapshot, risk, thresholds));
        });
    }

    @Test
    void theShockOfOneMarkLeadsToThePriceAtThatMarginRatio() {
        LongAdder found = new LongAdder();
        RandomCases.forAll(4 * CASES, random -> {
            RandomSnapshots.Drawn drawn = RandomBooks.any(random);
            Snapshot snapshot = drawn.snapshot();
            AccountRisk risk = AccountRisk.of(snapshot);
            for (PositionRisk position : risk.positions()) {
                if (isUnderlying(snapshot, position.id())) {
                    continue;
                }
                Scope scope = position.position().isIsolated()
                        ? Scope.position(position.id())
                        : Scope.account(risk.account().id());
                Threshold threshold = new Threshold(
                        ThresholdKind.LIQUIDATION,
                        scope,
                        Metric.MARGIN_RATIO,
                        Comparison.ABOVE,
                        drawn.limit(),
                        drawn.limit());
                int loses = position.position().isLong() ? -1 : 1;
                BigDecimal mark = position.mark().price();
                AccountExposure.of(snapshot, risk, List.of(threshold)).exposures().stream()
                        .filter(exposure ->
                                position.id().equals(exposure.direction().mark())
                                        && exposure.shock().signum() == loses)
                        .forEach(exposure -> {
                            PriceLevel level = PriceLevels.atMarginRatio(risk, position, drawn.limit());
                            BigDecimal price = mark.multiply(exposure.shock().add(BigDecimal.ONE));
                            BigDecimal expected = level.level().orElseThrow().rounded(30, RoundingMode.HALF_EVEN);
                            BigDecimal step = PlainShocks.STEP.multiply(
                                    mark.add(BigDecimal.ONE).multiply(BigDecimal.TWO));
                            assertThat(price).isCloseTo(expected, within(step));
                            found.increment();
                        });
            }
        });
        assertThat(found.sum()).isGreaterThan(CASES);
    }

    // Close to the start in ever smaller parts, and evenly; the end itself too.
    private static void assertNoneUpTo(
            BigDecimal end, Snapshot snapshot, Threshold threshold, Map<String, BigDecimal> betas) {
        BigDecimal part = end;
        for (int i = 0; i < GRID; i++) {
            BigDecimal even =
                    end.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(GRID), 18, RoundingMode.DOWN);
            assertThat(PlainShocks.isCrossed(snapshot, threshold, betas, even))
                    .as("%s at %s", threshold, even)
                    .isFalse();
            assertThat(PlainShocks.isCrossed(snapshot, threshold, betas, part))
                    .as("%s at %s", threshold, part)
                    .isFalse();
            part = part.divide(BigDecimal.TWO, 18, RoundingMode.DOWN);
        }
    }

    private static boolean isUnderlying(Snapshot snapshot, String mark) {
        return snapshot.instruments().stream()
                .anyMatch(instrument -> instrument.option() != null
                        && instrument.option().underlying().equals(mark));
    }
}
