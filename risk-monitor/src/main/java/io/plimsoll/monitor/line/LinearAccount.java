package io.plimsoll.monitor.line;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An account as linear functions of marks, as far as it is linear at those that hold now. The formulas are
/// those of [AccountRisk].
final class LinearAccount {

    private final AccountRisk risk;
    private final MarkRanges ranges;
    private final Span span;
    private final List<LinearBalance> balances;

    // Most thresholds are about these.
    private final Map<Scope, Linear> equities = new HashMap<>();
    private final Map<Scope, Linear> mostMaintenances = new HashMap<>();
    private final Map<Scope, Linear> leastMaintenances = new HashMap<>();

    /// @param ranges told between which marks what was asked for is true
    /// @param span over which margin is bounded
    LinearAccount(Snapshot snapshot, AccountRisk risk, MarkRanges ranges, Span span) {
        this.risk = risk;
        this.ranges = ranges;
        this.span = span;
        this.balances = risk.balances().stream()
                .map(balance -> new LinearBalance(balance, snapshot, ranges))
                .toList();
    }

    AccountRisk risk() {
        return risk;
    }

    List<LinearBalance> balances() {
        return balances;
    }

    /// Collateral plus what positions have gained, of an account's shared balances or an isolated position.
    Linear equity(Scope scope) throws UnprovenException {
        Linear known = equities.get(scope);
        if (known == null) {
            known = sumOfEquity(scope);
            equities.put(scope, known);
        }
        return known;
    }

    private Linear sumOfEquity(Scope scope) throws UnprovenException {
        if (scope.type() == ScopeType.POSITION) {
            PositionRisk own = risk.position(scope.id());
            return linear(own)
                    .contribution()
                    .plus(Linear.of(own.position().ownMargin().orElseThrow(UnprovenException::new)));
        }
        Linear sum = Linear.ZERO;
        for (LinearBalance balance : balances) {
            sum = sum.plus(balance.collateral());
        }
        for (LinearPosition position : sharing()) {
            sum = sum.plus(position.contribution());
        }
        return sum;
    }

    /// Whether there is anything that equity has to cover.
    boolean hasExposure(Scope scope) throws UnprovenException {
        return !of(scope).isEmpty();
    }

    Linear exposure(Scope scope) throws UnprovenException {
        Linear sum = Linear.ZERO;
        for (LinearPosition position : of(scope)) {
            sum = sum.plus(position.notional());
        }
        return sum;
    }

    Linear maintenance(Scope scope, Bound bound) throws UnprovenException {
        Map<Scope, Linear> known = bound == Bound.NEVER_ABOVE ? leastMaintenances : mostMaintenances;
        Linear sum = known.get(scope);
        if (sum == null) {
            sum = Linear.ZERO;
            for (LinearPosition position : of(scope)) {
                sum = sum.plus(position.maintenance(bound, span));
            }
            known.put(scope, sum);
        }
        return sum;
    }

    Linear initial(Scope scope, Bound bound) throws UnprovenException {
        boolean hasOrders = risk.account().orders().stream().anyMatch(order -> !order.reduceOnly());
        if (hasOrders && scope.type() == ScopeType.ACCOUNT) {
            throw new UnprovenException();
        }
        Linear sum = Linear.ZERO;
        for (LinearPosition position : of(scope)) {
            sum = sum.plus(position.initial(bound, span));
        }
        return sum;
    }

    /// Balances at their marks, isolated margins, and what positions have gained.
    Linear netWorth() throws UnprovenException {
        Linear sum = Linear.ZERO;
        for (LinearBalance balance : balances) {
            sum = sum.plus(balance.value());
        }
        for (PositionRisk position : risk.positions()) {
            sum = sum.plus(linear(position).contribution());
            if (position.position().ownMargin().isPresent()) {
                sum = sum.plus(Linear.of(position.position().ownMargin().orElseThrow()));
            }
        }
        return sum;
    }

    /// What counts in a sum over everything: all positions, whoever backs them, or one.
    List<LinearPosition> all(Scope scope) throws UnprovenException {
        List<LinearPosition> all = new ArrayList<>();
        for (PositionRisk position : risk.positions()) {
            if (scope.type() == ScopeType.ACCOUNT || position.id().equals(scope.id())) {
                all.add(linear(position));
            }
        }
        return all;
    }

    /// The magnitudes of everything that has a mark.
    List<Linear> magnitudes() throws UnprovenException {
        List<Linear> magnitudes = new ArrayList<>();
        for (PositionRisk position : risk.positions()) {
            magnitudes.add(linear(position).notional());
        }
        for (LinearBalance balance : balances) {
            if (!balance.isOwn()) {
                magnitudes.add(balance.isOwed() ? balance.value().negate() : balance.value());
            }
        }
        return magnitudes;
    }

    Linear mark(String mark) {
        return ranges.times(mark, Ratio.of(BigDecimal.ONE));
    }

    Linear debt() {
        Linear sum = Linear.ZERO;
        for (LinearBalance balance : balances) {
            if (balance.isOwed()) {
                sum = sum.minus(balance.value());
            }
        }
        return sum;
    }

    Linear pledged() {
        Linear sum = Linear.ZERO;
        for (LinearBalance balance : balances) {
            sum = sum.plus(balance.pledged());
        }
        return sum;
    }

    Linear cover() {
        Linear sum = Linear.ZERO;
        for (LinearBalance balance : balances) {
            sum = sum.plus(balance.cover());
        }
        return sum;
    }

    private List<LinearPosition> of(Scope scope) throws UnprovenException {
        return scope.type() == ScopeType.POSITION ? all(scope) : sharing();
    }

    private List<LinearPosition> sharing() throws UnprovenException {
        List<LinearPosition> sharing = new ArrayList<>();
        for (PositionRisk position : risk.positions()) {
            if (!position.position().isIsolated() || !risk.account().isCross()) {
                sharing.add(linear(position));
            }
        }
        return sharing;
    }

    private LinearPosition linear(PositionRisk position) throws UnprovenException {
        return LinearPosition.of(position, ranges).orElseThrow(UnprovenException::new);
    }
}
