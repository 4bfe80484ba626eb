package io.plimsoll.model.reference;

import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Rebalancing of assets with cash first, stated a second time: an account book of what is traded, step by
/// step.
final class PlainRebalance {

    private final List<PlainLine> lines = new ArrayList<>();
    private final Map<String, BigDecimal> breached;
    private final Destination destination;
    private final PlainPour pour;
    private final Fraction worth;
    private final Fraction cash;
    private Fraction lowest;
    private Fraction highest;

    /// @param watched clear levels of everything that is watched, by holding
    /// @param breached those of what has drifted too far
    PlainRebalance(
            Snapshot snapshot,
            Fraction worth,
            Map<String, BigDecimal> watched,
            Map<String, BigDecimal> breached,
            Destination destination,
            BigDecimal least) {
        this.breached = breached;
        this.destination = destination;
        pour = new PlainPour(Fraction.of(least));
        this.worth = worth;
        String currency = snapshot.account().currency();
        cash = quantity(snapshot, currency);
        lowest = cash.min(Fraction.ZERO);
        for (AllocationTarget target : snapshot.account().targets()) {
            String id = target.holding().id();
            Fraction goal = worth.times(Fraction.of(target.weight()));
            if (id.equals(currency)) {
                BigDecimal band = destination == Destination.TARGET ? BigDecimal.ZERO : watched.get(id);
                if (band != null) {
                    bound(goal, worth.times(Fraction.of(band)), breached.containsKey(id));
                }
            } else if (snapshot.collateralAsset(id).isPresent()) {
                lines.add(new PlainLine(
                        id,
                        Fraction.of(snapshot.mark(id).price()),
                        Fraction.of(snapshot.collateralAsset(id).orElseThrow().lotSize()),
                        quantity(snapshot, id),
                        goal));
            }
        }
    }

    private static Fraction quantity(Snapshot snapshot, String asset) {
        for (Balance balance : snapshot.account().balances()) {
            if (balance.asset().equals(asset)) {
                return Fraction.of(balance.quantity());
            }
        }
        return Fraction.ZERO;
    }

    private void bound(Fraction goal, Fraction band, boolean isBreached) {
        Fraction from = goal.minus(band);
        Fraction to = goal.plus(band);
        lowest = lowest.max(isBreached ? from : from.min(cash));
        highest = lowest.max(isBreached ? to : to.max(cash));
    }

    /// What is traded of each asset, bought if positive.
    Map<String, Fraction> trades() {
        lines.stream().filter(line -> breached.containsKey(line.id)).forEach(this::tradeWhatDrifted);
        if (left().compareTo(lowest) < 0) {
            pour.into(
                    lowest.minus(left()),
                    null,
                    lines.stream().filter(line -> !line.isShort()).toList());
        }
        lines.stream().filter(line -> !line.isShort()).forEach(this::forgetTheSmall);
        if (left().compareTo(lowest) < 0) {
            rationPurchases();
        }
        if (highest != null && left().compareTo(highest) > 0) {
            pour.into(
                    left().minus(highest),
                    left().minus(lowest),
                    lines.stream().filter(PlainLine::isShort).toList());
        }
        lines.forEach(this::forgetTheSmall);
        Map<String, Fraction> trades = new TreeMap<>();
        lines.stream().filter(line -> line.traded.signum() != 0).forEach(line -> trades.put(line.id, line.traded));
        return trades;
    }

    private Fraction left() {
        Fraction left = cash;
        for (PlainLine line : lines) {
            left = left.minus(line.traded.times(line.price));
        }
        return left;
    }

    private void tradeWhatDrifted(PlainLine line) {
        Fraction band = worth.times(Fraction.of(breached.get(line.id)));
        Fraction most = line.isShort() ? null : line.stock.max(Fraction.ZERO);
        Fraction lots = destination == Destination.TARGET
                ? line.wholeLots(line.away())
                : Fraction.of(line.away().minus(band).over(line.lotWorth()).ceiling(0))
                        .max(Fraction.ZERO);
        boolean isPastTheBand = line.lotWorth().times(lots).minus(line.away()).compareTo(band) > 0
                && (most == null || most.times(line.price).minus(line.away()).compareTo(band) > 0);
        Fraction quantity = (isPastTheBand ? lots.minus(Fraction.ONE) : lots).times(line.lot);
        line.trade(most == null ? quantity : quantity.min(most));
    }

    private void rationPurchases() {
        Map<PlainLine, Fraction> wanted = new LinkedHashMap<>();
        for (PlainLine line : lines) {
            if (line.isShort()) {
                wanted.put(line, line.traded.over(line.lot));
                line.traded = Fraction.ZERO;
            }
        }
        Fraction budget = left().minus(lowest);
        if (budget.signum() > 0) {
            pour.into(budget, budget, List.copyOf(wanted.keySet()), wanted);
        }
    }

    private void forgetTheSmall(PlainLine line) {
        if (line.tradedWorth().compareTo(pour.least()) < 0) {
            line.traded = Fraction.ZERO;
        }
    }
}
