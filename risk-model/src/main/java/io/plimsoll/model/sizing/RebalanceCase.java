package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account whose allocations have drifted, and how far to bring them back.
///
/// @param bands which have drifted, and how far they may
/// @param least the least value of a trade, in the account's currency
record RebalanceCase(Snapshot snapshot, AccountRisk risk, DriftBands bands, Destination destination, BigDecimal least) {

    /// The trades, cash first.
    List<Trade> cashFirst() {
        Map<Holding, Trade> needed = others().flatMap(allocation -> needed(allocation).stream())
                .collect(Collectors.toMap(Trade::holding, Function.identity()));
        List<AssetMove> assets = others().filter(
                        allocation -> isAsset(allocation.target().holding()))
                .map(allocation -> AssetMove.of(
                        snapshot,
                        allocation,
                        risk.netWorth(),
                        needed.get(allocation.target().holding())))
                .toList();
        List<Trade> trades = new ArrayList<>(needed.values().stream()
                .filter(trade -> !isAsset(trade.holding()) && isWorthIt(trade))
                .toList());
        new CashFirst(cash(), least)
                .settle(assets)
                .forEach(asset -> asset.trade().ifPresent(trades::add));
        return trades;
    }

    /// The trades, all assets in proportion.
    List<Trade> inProportion() {
        List<DesiredHolding> desired = others().map(this::desired).toList();
        if (destination == Destination.EDGE) {
            desired = cash().settle(desired);
        }
        List<Trade> trades = desired.stream()
                .flatMap(holding -> holding.trade(snapshot, destination).stream())
                .filter(trade -> trade.side() == Side.BUY || isWorthIt(trade))
                .toList();
        return Purchases.affordable(snapshot, CashBand.notOverdrawn(risk), trades).stream()
                .filter(this::isWorthIt)
                .toList();
    }

    /// What has drifted, and still is outside its band after the trades.
    List<Holding> outside(List<Trade> trades) {
        Map<Holding, Trade> traded = trades.stream().collect(Collectors.toMap(Trade::holding, Function.identity()));
        return risk.allocations().stream()
                .filter(allocation -> bands.ofBreached(allocation.id())
                        .map(band -> isOutside(allocation, band, after(allocation, traded)))
                        .orElse(false))
                .map(allocation -> allocation.target().holding())
                .toList();
    }

    private Optional<Trade> needed(AllocationRisk allocation) {
        return bands.ofBreached(allocation.id())
                .flatMap(_ -> desired(allocation).trade(snapshot, destination));
    }

    private DesiredHolding desired(AllocationRisk allocation) {
        return switch (destination) {
            case TARGET -> DesiredHolding.atTarget(allocation, risk.netWorth());
            case EDGE ->
                DesiredHolding.atEdge(
                        allocation,
                        risk.netWorth(),
                        bands.ofBreached(allocation.id()).orElse(null));
        };
    }

    private CashBand cash() {
        String currency = risk.account().currency();
        boolean isBreached = bands.ofBreached(currency).isPresent();
        BigDecimal band = switch (destination) {
            case EDGE -> bands.all().get(currency);
            case TARGET -> hasTarget(currency) ? BigDecimal.ZERO : null;
        };
        return CashBand.of(risk, band, isBreached);
    }

    private boolean hasTarget(String currency) {
        return risk.allocations().stream()
                .anyMatch(allocation -> allocation.target().holding().equals(Holding.asset(currency)));
    }

    private boolean isOutside(AllocationRisk allocation, BigDecimal band, Ratio value) {
        Ratio target = risk.netWorth().times(allocation.target().weight());
        return value.minus(target).abs().compareTo(risk.netWorth().times(band)) > 0;
    }

    private Ratio after(AllocationRisk allocation, Map<Holding, Trade> traded) {
        if (isCash(allocation)) {
            Sum left = new Sum().add(allocation.value());
            traded.values().stream()
                    .filter(trade -> isAsset(trade.holding()))
                    .forEach(trade ->
                            left.add(signed(trade).multiply(trade.mark()).negate()));
            return left.total();
        }
        Trade trade = traded.get(allocation.target().holding());
        if (trade == null) {
            return allocation.value();
        }
        Ratio change = isAsset(trade.holding())
                ? Ratio.of(signed(trade).multiply(trade.mark()))
                : snapshot.instrument(allocation.id()).value(signed(trade), trade.mark());
        return allocation.value().plus(change);
    }

    private static BigDecimal signed(Trade trade) {
        return trade.side() == Side.BUY ? trade.quantity() : trade.quantity().negate();
    }

    private Stream<AllocationRisk> others() {
        return risk.allocations().stream().filter(allocation -> !isCash(allocation));
    }

    private boolean isCash(AllocationRisk allocation) {
        return allocation.target().holding().equals(Holding.asset(risk.account().currency()));
    }

    private boolean isWorthIt(Trade trade) {
        return trade.notional().compareTo(least) >= 0;
    }

    private static boolean isAsset(Holding holding) {
        return holding.type() == Holding.Type.ASSET;
    }
}
