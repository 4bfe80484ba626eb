package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Ours, as the service runs it: all metrics, every threshold with its distance, and the provenance of all.
record PlimsollEngine(RuleSetVersion version) implements ComparableEngine {

    @Override
    public Object decide(Object snapshot) {
        return version.evaluate((Snapshot) snapshot);
    }

    @Override
    public Verdict verdict(Object decided) {
        Decision decision = (Decision) decided;
        BigDecimal called = BigDecimal.ZERO;
        Verdict.Outcome outcome = Verdict.Outcome.NOTHING;
        for (TriggeredAction triggered : decision.actions()) {
            switch (triggered.action()) {
                case Action.MarginCall call -> {
                    outcome = Verdict.Outcome.MARGIN_CALL;
                    called = call.amount();
                }
                case Action.Liquidation liquidation -> outcome = Verdict.Outcome.LIQUIDATION;
                case Action.CollateralLiquidation _,
                        Action.ReduceLeverage _,
                        Action.ClosePosition _,
                        Action.RestrictTrading _,
                        Action.Rebalance _,
                        Action.Alert _ ->
                    throw new IllegalStateException("No rule of the benchmark asks for it: " + triggered.action());
            }
        }
        return new Verdict(
                outcome,
                decision.risk().maintenanceMargin().amount(),
                decision.risk().equity().amount(),
                limit(decision, ThresholdKind.MARGIN_CALL, Metric.MARGIN_RATIO),
                limit(decision, ThresholdKind.LIQUIDATION, Metric.MARGIN_RATIO),
                limit(decision, ThresholdKind.MARGIN_CALL, Metric.EQUITY),
                called);
    }

    @Override
    public void close() {
        version.close();
    }

    private static @Nullable BigDecimal limit(Decision decision, ThresholdKind kind, Metric metric) {
        return decision.thresholds().stream()
                .map(ThresholdState::threshold)
                .filter(threshold -> threshold.kind() == kind && threshold.metric() == metric)
                .findFirst()
                .map(Threshold::limit)
                .orElse(null);
    }
}
