package io.plimsoll.benchmarks.metrics;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.List;

/// The thresholds that the rule set that ships has for a cross-margined account.
final class Limits {

    private Limits() {}

    static List<Threshold> of(AccountRisk risk) {
        Scope account = Scope.account(risk.account().id());
        return List.of(
                new Threshold(
                        ThresholdKind.MARGIN_CALL,
                        account,
                        Metric.EQUITY,
                        Comparison.BELOW,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO),
                atOrAbove(ThresholdKind.MARGIN_CALL, account, "0.8", "0.7"),
                atOrAbove(ThresholdKind.LIQUIDATION, account, "1", "0.9"));
    }

    private static Threshold atOrAbove(ThresholdKind kind, Scope account, String limit, String clear) {
        return new Threshold(
                kind,
                account,
                Metric.MARGIN_RATIO,
                Comparison.AT_OR_ABOVE,
                new BigDecimal(limit),
                new BigDecimal(clear));
    }
}
