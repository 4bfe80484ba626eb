package io.plimsoll.model.laws;

import io.plimsoll.model.Drifts;
import io.plimsoll.model.RandomAllocations;
import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Action.Rebalance;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.sizing.RebalancePolicy;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A portfolio with bands, before and after its trades are filled at the marks.
record Book(Snapshot snapshot, AccountRisk risk, Drifts drifts, Destination destination) {

    /// @param isWhole whether all has a target and a band, and lots are as good as none
    static Book draw(SplittableRandom random, boolean isWhole) {
        Snapshot snapshot = isWhole ? RandomAllocations.whole(random) : RandomAllocations.any(random);
        AccountRisk risk = AccountRisk.of(snapshot);
        return new Book(
                snapshot,
                risk,
                isWhole ? Drifts.all(random, risk) : Drifts.any(random, risk),
                random.nextBoolean() ? Destination.EDGE : Destination.TARGET);
    }

    Rebalance rebalance(RebalancePolicy policy) {
        return drifts.rebalance(snapshot, risk, destination, policy);
    }

    /// What there is when the trades are filled; the currency pays for assets.
    Book after(List<Trade> trades) {
        Account account = snapshot.account();
        List<Balance> balances = new ArrayList<>(account.balances());
        List<Position> positions = new ArrayList<>(account.positions());
        for (Trade trade : trades) {
            BigDecimal quantity = trade.side() == Side.BUY
                    ? trade.quantity()
                    : trade.quantity().negate();
            String id = trade.holding().id();
            if (trade.holding().type() == Holding.Type.ASSET) {
                add(balances, id, quantity);
                add(
                        balances,
                        account.currency(),
                        quantity.multiply(trade.mark()).negate());
            } else {
                positions.removeIf(position -> position.instrument().equals(id)
                        && position.quantity().add(quantity).signum() == 0);
                positions.replaceAll(
                        position -> position.instrument().equals(id) ? more(position, quantity) : position);
            }
        }
        Snapshot filled = snapshot.with(account.with(balances, positions));
        return new Book(filled, AccountRisk.of(filled), drifts, destination);
    }

    List<String> assets() {
        return snapshot.collateral().stream().map(asset -> asset.asset()).toList();
    }

    BigDecimal cash() {
        return quantity(Snapshots.CURRENCY);
    }

    BigDecimal quantity(String asset) {
        return snapshot.account().balances().stream()
                .filter(balance -> balance.asset().equals(asset))
                .map(Balance::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    Map<String, BigDecimal> watched() {
        return drifts.watched();
    }

    BigDecimal limit(String holding) {
        return drifts.thresholds().stream()
                .filter(threshold -> threshold.scope().id().equals(holding))
                .map(Threshold::limit)
                .findFirst()
                .orElseThrow();
    }

    Holding holding(String id) {
        return target(id).holding();
    }

    BigDecimal drift(String holding) {
        return distance(holding).abs();
    }

    /// Weight less target, to 18 digits.
    BigDecimal distance(String holding) {
        return exactDistance(holding).amount();
    }

    boolean isOutside(String holding, BigDecimal band) {
        return exactDistance(holding).abs().compareTo(band) > 0;
    }

    /// What it takes to bring to the destination all that is underweight.
    BigDecimal neededPurchases() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> band : drifts.breached().entrySet()) {
            boolean isShortOf =
                    distance(band.getKey()).signum() < 0 && !band.getKey().equals(Snapshots.CURRENCY);
            if (isShortOf) {
                BigDecimal stops = destination == Destination.EDGE ? band.getValue() : BigDecimal.ZERO;
                sum = sum.add(
                        drift(band.getKey()).subtract(stops).multiply(worth()).add(BigDecimal.ONE));
            }
        }
        return sum;
    }

    /// What may be spent of the currency before it is lower than it should be.
    BigDecimal cashAboveItsBand() {
        BigDecimal band = destination == Destination.EDGE ? watched().get(Snapshots.CURRENCY) : BigDecimal.ZERO;
        BigDecimal lowest = target(Snapshots.CURRENCY).weight().subtract(band).multiply(worth());
        return cash().subtract(lowest.max(BigDecimal.ZERO));
    }

    private BigDecimal worth() {
        return risk.netWorth().amount();
    }

    private Ratio exactDistance(String holding) {
        return risk.allocations().stream()
                .filter(allocation -> allocation.id().equals(holding))
                .map(allocation -> allocation
                        .value()
                        .dividedBy(risk.netWorth())
                        .minus(allocation.target().weight()))
                .findFirst()
                .orElseThrow();
    }

    private AllocationTarget target(String holding) {
        return snapshot.account().targets().stream()
                .filter(target -> target.holding().id().equals(holding))
                .findFirst()
                .orElseThrow();
    }

    private static void add(List<Balance> balances, String asset, BigDecimal quantity) {
        if (balances.stream().noneMatch(balance -> balance.asset().equals(asset))) {
            balances.add(new Balance(asset, BigDecimal.ZERO));
        }
        balances.replaceAll(balance -> balance.asset().equals(asset)
                ? new Balance(asset, balance.quantity().add(quantity))
                : balance);
    }

    private static Position more(Position position, BigDecimal quantity) {
        return new Position(position.instrument(), position.quantity().add(quantity), position.entryPrice(), null);
    }
}
