package io.plimsoll.rules.evaluation;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.source.Sources;

/// Rule sets with a rule or two that a test needs.
public final class Rules {

    private static final String THRESHOLDS = """
            package thresholds
            import io.plimsoll.model.account.Account
            import io.plimsoll.model.account.Balance
            import io.plimsoll.model.account.Position
            import io.plimsoll.model.instrument.Instrument
            import io.plimsoll.model.rule.ThresholdRow
            import io.plimsoll.model.threshold.Comparison
            import io.plimsoll.model.threshold.Metric
            import io.plimsoll.model.threshold.ThresholdKind
            import io.plimsoll.model.threshold.ThresholdSink
            import java.math.BigDecimal
            global ThresholdSink thresholds
            """;

    private static final String ACTIONS = """
            package actions
            import io.plimsoll.model.action.ActionSink
            import io.plimsoll.model.action.Destination
            import io.plimsoll.model.threshold.Breach
            import io.plimsoll.model.threshold.ThresholdKind
            import io.plimsoll.model.margin.AccountRisk
            global ActionSink actions
            """;

    private Rules() {}

    /// A file of threshold rules.
    public static String thresholds(String rules) {
        return THRESHOLDS + rules;
    }

    /// A file of action rules.
    public static String actions(String rules) {
        return ACTIONS + rules;
    }

    /// The standard rule set, without scenarios, with more files.
    public static RuleSetVersion standardWith(String... pathsAndTexts) {
        return RuleSetCheck.check(Sources.with(Sources.withoutScenarios(), pathsAndTexts));
    }
}
