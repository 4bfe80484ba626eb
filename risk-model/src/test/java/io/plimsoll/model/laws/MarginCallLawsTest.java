package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.sizing.MarginCallSizing;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// A margin call cures, and the smallest unit less does not.
class MarginCallLawsTest {

    private static final List<Metric> CALLED_FOR = List.of(
            Metric.MARGIN_RATIO,
            Metric.LEVERAGE,
            Metric.EQUITY,
            Metric.FREE_COLLATERAL,
            Metric.DAILY_LOSS,
            Metric.DRAWDOWN,
            Metric.LTV,
            Metric.HEALTH_FACTOR);
    private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(MarginCallSizing.AMOUNT_SCALE);
    private static final BigDecimal HIGHEST = BigDecimal.TEN.pow(15);

    /// Of what is defined: the loss of a day without its opening equity is not, nor the health of no debt.
    @Test
    void aMarginCallCuresAndASmallerOneDoesNot() {
        LongAdder called = new LongAdder();
        RandomCases.forAll(Laws.CASES, random -> {
            Snapshot snapshot = Laws.any(random).snapshot();
            BigDecimal limit = BigDecimal.valueOf(random.nextInt(1, 200), 2);
            AccountRisk risk = AccountRisk.of(snapshot);
            for (Scope scope : Laws.scopesWithEquity(snapshot)) {
                for (Metric metric : CALLED_FOR) {
                    boolean isDefined = metric.isDefinedFor(scope.type())
                            && risk.reading(metric, scope).isPresent();
                    if (isDefined) {
                        requireCure(snapshot, risk, Laws.threshold(scope, metric, limit), called);
                    }
                }
            }
        });
        assertThat(called.sum()).isGreaterThan(Laws.CASES);
    }

    private static void requireCure(Snapshot snapshot, AccountRisk risk, Threshold threshold, LongAdder called) {
        BigDecimal amount =
                MarginCallSizing.size(risk, Laws.breach(risk, threshold)).amount();
        if (amount.compareTo(HIGHEST) >= 0) {
            return;
        }
        if (amount.signum() == 0) {
            assertThat(isCleared(snapshot, threshold)).isTrue();
            return;
        }
        called.increment();
        assertThat(isCleared(RandomSnapshots.withMore(snapshot, amount), threshold))
                .as("%s clears %s", amount, threshold)
                .isTrue();
        assertThat(isCleared(RandomSnapshots.withMore(snapshot, amount.subtract(UNIT)), threshold))
                .as("less than %s does not clear %s", amount, threshold)
                .isFalse();
    }

    // Where no debt is left, there is none whose health could be bad.
    private static boolean isCleared(Snapshot snapshot, Threshold threshold) {
        return AccountRisk.of(snapshot)
                .reading(threshold.metric(), threshold.scope())
                .map(threshold::isClearedBy)
                .orElse(threshold.metric() == Metric.HEALTH_FACTOR);
    }
}
