package io.plimsoll.model.laws;

import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.RandomSnapshots.Drawn;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What laws are tried on.
final class Laws {

    /// How many accounts; `-Dplimsoll.cases=` tries more or fewer.
    static final int CASES = Integer.getInteger("plimsoll.cases", 3_000);

    private static final Provenance RULE = new Provenance("rule", new SourcePlace("actions/a.drl", 1), List.of());

    private Laws() {}

    /// An account of linear perpetuals alone, or of everything.
    static Drawn any(SplittableRandom random) {
        return random.nextInt(3) == 0 ? RandomSnapshots.any(random) : RandomBooks.any(random);
    }

    /// The same of one position.
    static Drawn anyOfOne(SplittableRandom random) {
        return random.nextInt(3) == 0 ? RandomSnapshots.any(random, 1) : RandomBooks.any(random, 1);
    }

    /// Everything that has equity of its own: the account if balances are shared, each position with its own
    /// margin.
    static List<Scope> scopesWithEquity(Snapshot snapshot) {
        Account account = snapshot.account();
        List<Scope> scopes = new ArrayList<>();
        if (account.isCross()) {
            scopes.add(Scope.account(account.id()));
        }
        account.positions().stream()
                .filter(Position::isIsolated)
                .forEach(position -> scopes.add(Scope.position(position.instrument())));
        return scopes;
    }

    /// What backs a position.
    static Scope scopeBehind(Snapshot snapshot, Position position) {
        return position.isIsolated()
                ? Scope.position(position.instrument())
                : Scope.account(snapshot.account().id());
    }

    static Ratio read(Snapshot snapshot, Metric metric, Scope scope) {
        return AccountRisk.of(snapshot).reading(metric, scope).orElseThrow();
    }

    /// Equity less maintenance margin.
    static Ratio slack(Snapshot snapshot, Scope scope) {
        MarginState margin = AccountRisk.of(snapshot).margin(scope);
        return margin.equity().minus(margin.maintenanceMargin());
    }

    static Threshold threshold(Scope scope, Metric metric, BigDecimal limit) {
        Comparison dangerous = metric.isZeroAtRest() ? Comparison.ABOVE : Comparison.BELOW;
        return new Threshold(ThresholdKind.LIQUIDATION, scope, metric, dangerous, limit, limit);
    }

    static Breach breach(AccountRisk risk, Threshold threshold) {
        return new Breach(
                threshold, risk.reading(threshold.metric(), threshold.scope()).orElseThrow(), RULE);
    }

    static BigDecimal anyAmount(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_000L), random.nextInt(19));
    }
}
