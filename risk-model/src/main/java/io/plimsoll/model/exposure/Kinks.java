package io.plimsoll.model.exposure;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The shocks at which a metric may bend the wrong way, or jump: those on both sides of a mark at which a
/// position enters another margin tier, a balance reaches its cap, or an option its strike.
final class Kinks {

    private final Snapshot snapshot;
    private final ShockDirection direction;
    private final int sign;
    private final NavigableSet<BigDecimal> magnitudes = new TreeSet<>();

    /// @param snapshot what the direction moves, unshocked
    /// @param sign 1 for shocks upwards, -1 for those downwards
    Kinks(Snapshot snapshot, ShockDirection direction, int sign) {
        this.snapshot = snapshot;
        this.direction = direction;
        this.sign = sign;
    }

    /// Magnitudes of the shocks, ascending.
    NavigableSet<BigDecimal> magnitudes() {
        return magnitudes;
    }

    /// Where the underlying of an option is at the strike: what a written one requires falls off there.
    Kinks addStrikes() {
        for (Instrument instrument : snapshot.instruments()) {
            OptionTerms option = instrument.option();
            if (option != null) {
                add(option.underlying(), option.strike());
            }
        }
        return this;
    }

    /// Where a position, alone or with its orders filled, enters another margin tier.
    Kinks addTiers() {
        for (Instrument instrument : snapshot.instruments()) {
            OptionTerms option = instrument.option();
            String mark = option == null ? instrument.id() : option.underlying();
            for (BigDecimal quantity : quantities(instrument.id())) {
                BigDecimal units = quantity.abs().multiply(instrument.multiplier());
                for (MarginTier tier : instrument.schedule().tiers()) {
                    if (tier.floor().signum() > 0 && units.signum() > 0) {
                        add(
                                mark,
                                firstAbove(
                                        units, tier.floor(), instrument.type().isInverse()));
                    }
                }
            }
        }
        return this;
    }

    /// Where a balance begins to count in full no more.
    Kinks addCaps() {
        for (Balance balance : snapshot.account().balances()) {
            Ratio quantity = snapshot.accrued(balance);
            snapshot.collateralAsset(balance.asset())
                    .filter(asset -> quantity.signum() > 0)
                    .map(asset -> asset.cap())
                    .ifPresent(cap -> add(
                            balance.asset(),
                            Ratio.of(cap).dividedBy(quantity).rounded(Decimals.MAX_SCALE, RoundingMode.CEILING)));
        }
        return this;
    }

    // An inverse notional is in the tier up to and including the mark at which it is the floor.
    private static BigDecimal firstAbove(BigDecimal units, BigDecimal floor, boolean isInverse) {
        return isInverse
                ? units.divide(floor, Decimals.MAX_SCALE, RoundingMode.FLOOR).add(ShockDirection.STEP)
                : floor.divide(units, Decimals.MAX_SCALE, RoundingMode.CEILING);
    }

    private List<BigDecimal> quantities(String instrument) {
        BigDecimal held = snapshot.account().positions().stream()
                .filter(position -> position.instrument().equals(instrument))
                .map(Position::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal bought = held;
        BigDecimal sold = held;
        for (Order order : snapshot.account().orders()) {
            if (order.instrument().equals(instrument) && !order.reduceOnly()) {
                bought = order.side() == Side.BUY ? bought.add(order.quantity()) : bought;
                sold = order.side() == Side.SELL ? sold.subtract(order.quantity()) : sold;
            }
        }
        List<BigDecimal> quantities = new ArrayList<>(List.of(held));
        if (bought.compareTo(held) != 0) {
            quantities.add(bought);
        }
        if (sold.compareTo(held) != 0) {
            quantities.add(sold);
        }
        return quantities;
    }

    /// The last shock on this side, and the first on the other.
    ///
    /// @param price the lowest mark on the upper side
    private void add(String mark, BigDecimal price) {
        BigDecimal beta = direction.betas().get(mark);
        if (beta == null) {
            return;
        }
        BigDecimal before = snapshot.mark(mark).price();
        BigDecimal perShock = before.multiply(beta.abs());
        if (beta.signum() == sign) {
            BigDecimal above = price.subtract(before).divide(perShock, Decimals.MAX_SCALE, RoundingMode.CEILING);
            magnitudes.add(above.subtract(ShockDirection.STEP));
            magnitudes.add(above);
        } else {
            BigDecimal above = before.subtract(price).divide(perShock, Decimals.MAX_SCALE, RoundingMode.FLOOR);
            magnitudes.add(above);
            magnitudes.add(above.add(ShockDirection.STEP));
        }
    }
}
