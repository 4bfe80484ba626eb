package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// An isolated position whose margins are shares of its value at entry, not at the mark: they don't move with
/// the price.
///
/// Source: Bybit's isolated margin as freqtrade states it, `freqtrade/exchange/bybit.py`.
///
/// @param entry price at which it was opened
/// @param leverage initial margin is `entry / leverage` per unit
/// @param maintenanceRate maintenance margin per unit of value at entry
/// @param isLong whether it gains when the price rises
public record EntryMargin(BigDecimal entry, BigDecimal leverage, BigDecimal maintenanceRate, boolean isLong) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if the entry or the leverage is not positive, or
    ///     the rate is no share
    public EntryMargin {
        entry = Amounts.positive("entry", entry);
        leverage = Amounts.positive("leverage", leverage);
        maintenanceRate = Amounts.share("maintenanceRate", maintenanceRate);
    }

    /// Where the initial margin is lost: `entry·(1 − s/leverage)`, s being 1 for long and -1 for short.
    public Ratio bankruptcyPrice() {
        Ratio margin = Ratio.of(entry, leverage);
        return (isLong ? margin.negate() : margin).plus(entry);
    }

    /// Where the maintenance margin is left: `entry·(1 − s/leverage + s·rate)`.
    public Ratio liquidationPrice() {
        BigDecimal maintenance = entry.multiply(maintenanceRate);
        return bankruptcyPrice().plus(isLong ? maintenance : maintenance.negate());
    }
}
