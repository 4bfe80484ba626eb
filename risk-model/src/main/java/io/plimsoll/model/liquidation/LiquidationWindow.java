package io.plimsoll.model.liquidation;

import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What a market bears in liquidations within a rolling window of time; what doesn't fit waits.
///
/// Source: Synthetix v3, `markets/perps-market/contracts/modules/LiquidationModule.sol`.
///
/// @param capacity the most size in any window
/// @param length of the window, in the unit of the times
/// @param taken what was liquidated, in the order of time
public record LiquidationWindow(BigDecimal capacity, BigDecimal length, List<Taken> taken) {

    /// What was liquidated at a time.
    public record Taken(BigDecimal time, BigDecimal size) {}

    /// @throws io.plimsoll.model.fact.InvalidFactException if the capacity or the length is negative
    public LiquidationWindow {
        capacity = Amounts.notNegative("capacity", capacity);
        length = Amounts.notNegative("length", length);
        taken = List.copyOf(taken);
    }

    /// Capacity from fees and depth: `(maker + taker)·skewScale·multiplier·seconds`.
    public static BigDecimal capacity(
            BigDecimal fees, BigDecimal skewScale, BigDecimal multiplier, BigDecimal seconds) {
        return fees.multiply(skewScale).multiply(multiplier).multiply(seconds);
    }

    /// How much of this size may be liquidated at this time.
    public BigDecimal room(BigDecimal time, BigDecimal size) {
        BigDecimal used = taken.stream()
                .filter(one -> time.subtract(one.time()).compareTo(length) < 0)
                .map(Taken::size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return capacity.subtract(used).max(BigDecimal.ZERO).min(size);
    }

    /// The window once this was liquidated.
    public LiquidationWindow after(BigDecimal time, BigDecimal size) {
        List<Taken> more = new ArrayList<>(taken);
        more.add(new Taken(time, size));
        return new LiquidationWindow(capacity, length, more);
    }
}
