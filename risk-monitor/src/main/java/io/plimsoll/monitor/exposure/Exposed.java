package io.plimsoll.monitor.exposure;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What of one account the thresholds of one kind are about, where they are crossed.
///
/// @param account the account
/// @param thresholds of one kind
/// @param crossed for each of them the places of the grid at which it is crossed
/// @param courses of the money that each asks for
/// @param debits of what has equity of its own: its negative
record Exposed(
        AccountShocks account,
        List<Threshold> thresholds,
        List<BitSet> crossed,
        List<Course> courses,
        Map<Scope, Course> debits) {

    static Exposed of(AccountShocks account, List<Threshold> thresholds, List<BitSet> crossed) {
        Map<Scope, Course> debits = new HashMap<>();
        List<Course> courses = new ArrayList<>();
        for (Threshold threshold : thresholds) {
            Scope scope = threshold.scope();
            courses.add(new Course(account, risk -> Excess.of(threshold, risk).orElse(Ratio.ZERO)));
            if (hasEquity(account.anywhere(), scope)) {
                debits.put(
                        scope,
                        new Course(account, risk -> risk.margin(scope).equity().negate()));
            }
        }
        return new Exposed(account, thresholds, crossed, courses, debits);
    }

    /// The places at which any is crossed.
    BitSet places() {
        BitSet places = new BitSet();
        crossed.forEach(places::or);
        return places;
    }

    /// Adds the positions that crossed thresholds are about, and the debts.
    void addTo(Units positions, Units debts) {
        AccountRisk present = account.anywhere();
        BitSet shared = places(Exposed::isAboutShared);
        for (PositionRisk position : present.positions()) {
            BitSet places = places(threshold -> isAbout(threshold, position.id()));
            if (sharesBalances(present, position)) {
                places.or(shared);
            }
            BigDecimal units = position.position()
                    .quantity()
                    .multiply(position.instrument().multiplier())
                    .abs();
            positions.add(
                    position.id(),
                    account.mark(position.id()),
                    position.instrument().type().isInverse(),
                    Ratio.of(units),
                    places);
        }
        BitSet owing = places(Exposed::isAboutDebt);
        for (BalanceRisk balance : present.balances()) {
            if (balance.quantity().signum() < 0 && !owing.isEmpty()) {
                String asset = balance.balance().asset();
                boolean isOwn = asset.equals(present.account().currency());
                debts.add(
                        asset,
                        isOwn ? null : account.mark(asset),
                        false,
                        balance.quantity().negate(),
                        owing);
            }
        }
    }

    /// What has to be paid in at a place so that none of the thresholds is beyond its limit any more, as far as
    /// money does that: the most that one of the account's asks for, and the most of each position's. Zero or
    /// more.
    Ratio deficit(int place) {
        Ratio ofAccount = Ratio.ZERO;
        Ratio ofPositions = Ratio.ZERO;
        for (Scope scope : crossedScopes(place)) {
            Ratio most = Ratio.ZERO;
            for (int i = 0; i < thresholds.size(); i++) {
                Threshold threshold = thresholds.get(i);
                if (crossed.get(i).get(place) && threshold.scope().equals(scope) && Excess.isMoney(threshold)) {
                    most = greater(most, courses.get(i).positiveAt(place));
                }
            }
            switch (scope.type()) {
                case ACCOUNT -> ofAccount = most;
                case POSITION -> ofPositions = sum(ofPositions, most);
                case ALLOCATION -> {}
            }
        }
        return sum(ofAccount, ofPositions);
    }

    /// How far the equity of what crossed thresholds are about is below 0 at a place, zero or more.
    Ratio shortfall(int place) {
        Ratio sum = Ratio.ZERO;
        for (Scope scope : crossedScopes(place)) {
            Course debit = debits.get(scope);
            sum = debit == null ? sum : sum(sum, debit.positiveAt(place));
        }
        return sum;
    }

    // What is 0 needs no common denominator, and most of it is.
    private static Ratio sum(Ratio one, Ratio other) {
        return one.signum() == 0 ? other : other.signum() == 0 ? one : one.plus(other);
    }

    private static Ratio greater(Ratio one, Ratio other) {
        return one.signum() == 0 ? other : one.max(other);
    }

    private List<Scope> crossedScopes(int place) {
        if (thresholds.size() == 1) {
            return List.of(thresholds.getFirst().scope());
        }
        List<Scope> scopes = new ArrayList<>(1);
        for (int i = 0; i < thresholds.size(); i++) {
            Scope scope = thresholds.get(i).scope();
            if (crossed.get(i).get(place) && !scopes.contains(scope)) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private static boolean hasEquity(AccountRisk risk, Scope scope) {
        return switch (scope.type()) {
            case ACCOUNT -> risk.account().isCross();
            case POSITION -> risk.position(scope.id()).position().isIsolated();
            case ALLOCATION -> false;
        };
    }

    private BitSet places(Predicate<Threshold> isWanted) {
        BitSet places = new BitSet();
        for (int i = 0; i < thresholds.size(); i++) {
            if (isWanted.test(thresholds.get(i))) {
                places.or(crossed.get(i));
            }
        }
        return places;
    }

    private static boolean sharesBalances(AccountRisk risk, PositionRisk position) {
        return !position.position().isIsolated() || !risk.account().isCross();
    }

    private static boolean isAboutShared(Threshold threshold) {
        return threshold.scope().type() == ScopeType.ACCOUNT && !isAboutDebt(threshold);
    }

    private static boolean isAbout(Threshold threshold, String position) {
        return switch (threshold.scope().type()) {
            case POSITION, ALLOCATION -> threshold.scope().id().equals(position);
            case ACCOUNT -> false;
        };
    }

    private static boolean isAboutDebt(Threshold threshold) {
        return threshold.metric() == Metric.LTV || threshold.metric() == Metric.HEALTH_FACTOR;
    }
}
