package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An asset and how much of it is traded, always towards its target.
///
/// @param holding which
/// @param mark its price, in the account's currency
/// @param lot the step of its quantities
/// @param available how much there is to sell
/// @param distance from its value to its target: positive if it is underweight; in the account's currency
/// @param quantity how much is traded, 0 or above: bought if it is underweight, sold otherwise
record AssetMove(
        Holding holding, BigDecimal mark, BigDecimal lot, BigDecimal available, Ratio distance, BigDecimal quantity) {

    /// An asset of a rebalance with what has to be traded of it in any case.
    ///
    /// @param trade null for nothing
    static AssetMove of(Snapshot snapshot, AllocationRisk allocation, Ratio netWorth, @Nullable Trade trade) {
        Holding holding = allocation.target().holding();
        BigDecimal available = snapshot.account().balances().stream()
                .filter(balance -> balance.asset().equals(holding.id()))
                .map(Balance::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return new AssetMove(
                holding,
                snapshot.mark(holding.id()).price(),
                snapshot.collateralAsset(holding.id())
                        .orElseThrow(() -> new IllegalStateException("A snapshot has its assets."))
                        .lotSize(),
                available.max(BigDecimal.ZERO),
                netWorth.times(allocation.target().weight()).minus(allocation.value()),
                trade == null ? BigDecimal.ZERO : trade.quantity());
    }

    boolean isBuy() {
        return distance.signum() > 0;
    }

    /// How far the asset is from its target after the trade, in its direction; negative if it was passed.
    Ratio gap() {
        return distance.abs().minus(value());
    }

    /// How many more lots bring it nearer to its target without passing it.
    BigDecimal lotsLeft() {
        BigDecimal lots = gap().max(Ratio.ZERO).dividedBy(lotValue()).wholeUnits(BigDecimal.ONE, RoundingMode.DOWN);
        return isBuy() ? lots : lots.min(lotsIn(available.subtract(quantity)));
    }

    /// How many whole lots are traded.
    BigDecimal lotsTraded() {
        return lotsIn(quantity);
    }

    BigDecimal lotValue() {
        return lot.multiply(mark);
    }

    /// What is traded, at the mark.
    BigDecimal value() {
        return quantity.multiply(mark);
    }

    AssetMove withMore(BigDecimal lots) {
        return withQuantity(quantity.add(lots.multiply(lot)));
    }

    AssetMove withQuantity(BigDecimal traded) {
        return new AssetMove(holding, mark, lot, available, distance, traded);
    }

    /// The trade; empty if nothing is traded.
    Optional<Trade> trade() {
        return quantity.signum() == 0
                ? Optional.empty()
                : Optional.of(new Trade(
                        holding,
                        Side.of(distance.signum()),
                        Decimals.canonical(quantity),
                        mark,
                        Decimals.canonical(value())));
    }

    private BigDecimal lotsIn(BigDecimal amount) {
        return amount.max(BigDecimal.ZERO).divideToIntegralValue(lot);
    }
}
