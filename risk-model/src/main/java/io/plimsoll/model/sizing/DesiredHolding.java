package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a holding should be worth after a rebalance, in the account's currency.
///
/// @param holding which
/// @param held its value now
/// @param target its value at its target weight
/// @param desired its value after the rebalance
record DesiredHolding(Holding holding, Ratio held, Ratio target, Ratio desired) {

    static DesiredHolding atTarget(AllocationRisk allocation, Ratio netWorth) {
        Ratio target = netWorth.times(allocation.target().weight());
        return new DesiredHolding(allocation.target().holding(), allocation.value(), target, target);
    }

    /// @param band largest distance from the target weight; null to leave the holding as it is
    static DesiredHolding atEdge(AllocationRisk allocation, Ratio netWorth, @Nullable BigDecimal band) {
        BigDecimal weight = allocation.target().weight();
        Ratio desired = allocation.value();
        if (band != null) {
            desired = desired.min(netWorth.times(weight.add(band))).max(netWorth.times(weight.subtract(band)));
        }
        return new DesiredHolding(allocation.target().holding(), allocation.value(), netWorth.times(weight), desired);
    }

    boolean isAsset() {
        return holding.type() == Holding.Type.ASSET;
    }

    /// What still separates it from its target.
    Ratio gapToTarget() {
        return desired.negate().plus(target);
    }

    /// This, moved a share of the way to its target.
    DesiredHolding towardsTarget(Ratio share) {
        return new DesiredHolding(
                holding, held, target, desired.plus(gapToTarget().times(share)));
    }

    /// The trade that leads there. Empty if it is smaller than one lot.
    ///
    /// Quantities are rounded down to lots on the way to a target, so that it is not overshot, and up on the
    /// way to an edge, so that the breach is over; unless that leads out of the band on the other side: then
    /// down too. No more of an asset is sold than there is.
    Optional<Trade> trade(Snapshot snapshot, Destination destination) {
        BigDecimal mark = snapshot.mark(holding.id()).price();
        Ratio change = desired.minus(held);
        Ratio lotValue = valueOf(snapshot, lotSize(snapshot), mark);
        Ratio lots = change.abs().dividedBy(lotValue);
        BigDecimal quantity = quantity(snapshot, lots, RoundingMode.DOWN);
        if (destination == Destination.EDGE) {
            BigDecimal up = quantity(snapshot, lots, RoundingMode.UP);
            Ratio beyond = valueOf(snapshot, up, mark).minus(change.abs());
            boolean staysInside = beyond.compareTo(gapToTarget().abs().times(BigDecimal.TWO)) <= 0;
            quantity = staysInside ? up : quantity;
        }
        return quantity.signum() == 0
                ? Optional.empty()
                : Optional.of(new Trade(
                        holding,
                        Side.of(change.signum()),
                        Decimals.canonical(quantity),
                        mark,
                        valueOf(snapshot, quantity, mark).amount()));
    }

    private BigDecimal quantity(Snapshot snapshot, Ratio lots, RoundingMode rounding) {
        BigDecimal quantity = lots.wholeUnits(BigDecimal.ONE, rounding).multiply(lotSize(snapshot));
        boolean isSaleOfAnAsset = isAsset() && desired.compareTo(held) < 0;
        return isSaleOfAnAsset ? quantity.min(heldQuantity(snapshot)) : quantity;
    }

    private BigDecimal lotSize(Snapshot snapshot) {
        return isAsset()
                ? snapshot.collateralAsset(holding.id())
                        .orElseThrow(() -> new IllegalStateException("A snapshot has its assets."))
                        .lotSize()
                : snapshot.instrument(holding.id()).lotSize();
    }

    private Ratio valueOf(Snapshot snapshot, BigDecimal quantity, BigDecimal mark) {
        return isAsset()
                ? Ratio.of(quantity.multiply(mark))
                : snapshot.instrument(holding.id()).value(quantity, mark);
    }

    private BigDecimal heldQuantity(Snapshot snapshot) {
        return snapshot.account().balances().stream()
                .filter(balance -> balance.asset().equals(holding.id()))
                .map(Balance::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO)
                .max(BigDecimal.ZERO);
    }
}
