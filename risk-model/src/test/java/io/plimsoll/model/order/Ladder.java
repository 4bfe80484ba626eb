package io.plimsoll.model.order;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.decision.Standing;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Rules as simple as can be: everything that has equity of its own is warned at half of it required, called
/// at 80 % and liquidated at 100 %.
final class Ladder {

    private static final Provenance RULE = new Provenance("ladder", new SourcePlace("ladder.drl", 1), List.of());

    private Ladder() {}

    static Standing standing(Snapshot snapshot) {
        AccountRisk risk = AccountRisk.of(snapshot);
        Account account = snapshot.account();
        List<ThresholdState> states = new ArrayList<>();
        if (account.isCross()) {
            add(states, risk, Scope.account(account.id()));
        }
        account.positions().stream()
                .filter(Position::isIsolated)
                .forEach(position -> add(states, risk, Scope.position(position.instrument())));
        return new Standing(snapshot, risk, states);
    }

    private static void add(List<ThresholdState> states, AccountRisk risk, Scope scope) {
        add(states, risk, scope, ThresholdKind.WARNING, "0.5");
        add(states, risk, scope, ThresholdKind.MARGIN_CALL, "0.8");
        add(states, risk, scope, ThresholdKind.LIQUIDATION, "1");
    }

    private static void add(
            List<ThresholdState> states, AccountRisk risk, Scope scope, ThresholdKind kind, String limit) {
        Threshold threshold = new Threshold(
                kind, scope, Metric.MARGIN_RATIO, Comparison.AT_OR_ABOVE, new BigDecimal(limit), new BigDecimal("0.4"));
        states.add(new ThresholdState(
                threshold,
                RULE,
                List.of(),
                risk.reading(Metric.MARGIN_RATIO, scope).orElse(null)));
    }
}
