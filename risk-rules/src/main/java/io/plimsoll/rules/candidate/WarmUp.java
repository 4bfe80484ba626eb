package io.plimsoll.rules.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.Map;
import java.util.Optional;

/// Checks a small rule set, so that the classes of the compiler are loaded and its first seconds are over before the
/// candidate comes.
final class WarmUp {

    private static final String MANIFEST = """
            name: warm-up
            owner: plimsoll
            description: Compiled before a candidate comes.
            emits: [marginCall]
            requires: [MARGIN_CALL]
            scenarios: [scenarios/call.yaml]
            """;

    private static final String SPECIFICATION = """
            table: margin
            description: One line.
            hitPolicy: unique
            columns:
              - {name: segment, role: key, unit: text, description: the segment}
              - {name: clear, role: threshold, unit: percent, min: 1 %, max: 100 %, description: it is over}
              - {name: call, role: threshold, unit: percent, min: 1 %, max: 100 %, description: it is called}
            """;

    private static final String TABLE = """
            segment,clear,call
            retail,70 %,80 %
            """;

    private static final String THRESHOLDS = """
            package thresholds
            import io.plimsoll.model.account.Account
            import io.plimsoll.model.account.Position
            import io.plimsoll.model.instrument.Instrument
            import io.plimsoll.model.rule.ThresholdRow
            import io.plimsoll.model.threshold.Comparison
            import io.plimsoll.model.threshold.Metric
            import io.plimsoll.model.threshold.ThresholdKind
            import io.plimsoll.model.threshold.ThresholdSink
            global ThresholdSink thresholds
            rule "Margin"
            when
                $account : Account(cross == true, $segment : segment)
                exists (Position($instrument : instrument) and Instrument(id == $instrument))
                not Instrument(id == "none")
                accumulate(Position($quantity : quantity); $count : count($quantity); $count > 0)
                $row : ThresholdRow(table == "margin", segment == $segment)
            then
                thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.MARGIN_RATIO, Comparison.AT_OR_ABOVE,
                    $row.number("call"), $row.number("clear"));
            end
            """;

    private static final String ACTIONS = """
            package actions
            import io.plimsoll.model.action.ActionSink
            import io.plimsoll.model.threshold.Breach
            import io.plimsoll.model.threshold.ThresholdKind
            global ActionSink actions
            rule "Call"
            when
                $breach : Breach(kind == ThresholdKind.MARGIN_CALL)
            then
                actions.marginCall($breach);
            end
            """;

    private static final String SCENARIOS = """
            given:
              asOf: "2026-01-05T12:00:00Z"
              account:
                id: warm-up
                segment: retail
                marginMode: CROSS
                currency: USDT
                balances: [{asset: USDT, quantity: "100"}]
                positions: [{instrument: X, quantity: "${margin:retail.call}", entryPrice: "100"}]
              instruments:
                - id: X
                  type: LINEAR_PERPETUAL
                  instrumentClass: major
                  currency: USDT
                  multiplier: "100"
                  lotSize: "0.01"
                  tiers: [{floor: "0", maintenanceRate: "0.01", maxLeverage: "50"}]
              marks:
                - {id: X, price: "100", time: "2026-01-05T12:00:00Z", source: index}
            scenarios:
              - name: a call
                expect:
                  actions: [{type: marginCall}]
            """;

    private WarmUp() {}

    /// Checks it.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if it is refused, which is a defect
    static void run(WorkLimits limits) {
        RuleSetSource source = RuleSetSource.of(Map.of(
                "ruleset.yaml", MANIFEST.getBytes(UTF_8),
                "tables/margin.table.yaml", SPECIFICATION.getBytes(UTF_8),
                "tables/margin.csv", TABLE.getBytes(UTF_8),
                "thresholds/margin.drl", THRESHOLDS.getBytes(UTF_8),
                "actions/margin.drl", ACTIONS.getBytes(UTF_8),
                "scenarios/call.yaml", SCENARIOS.getBytes(UTF_8)));
        RuleSetCheck.check(source, Optional.empty(), limits).close();
    }
}
