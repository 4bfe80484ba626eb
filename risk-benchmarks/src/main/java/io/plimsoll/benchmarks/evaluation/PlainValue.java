package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.market.Mark;
import java.math.BigDecimal;

/// What the plain rules sum up. The products stand here because Drools 10.2 does not reliably compile an `accumulate`
/// over an expression of several facts; a Drools engineer would do the same.
///
/// @param equity what it adds to the account's equity
/// @param maintenance what it adds to the account's maintenance margin
public record PlainValue(BigDecimal equity, BigDecimal maintenance) {

    /// Of a position at its mark.
    public static PlainValue of(Position position, Instrument instrument, Mark mark) {
        BigDecimal contracts = position.quantity().multiply(instrument.multiplier());
        BigDecimal notional = contracts.multiply(mark.price()).abs();
        return new PlainValue(
                contracts.multiply(mark.price().subtract(position.entryPrice())),
                instrument.schedule().maintenanceMargin(notional));
    }

    /// Of collateral at its mark and after its haircut.
    public static PlainValue of(Balance balance, CollateralAsset asset, Mark mark) {
        return new PlainValue(
                balance.quantity().multiply(mark.price()).multiply(asset.collateralFactor()), BigDecimal.ZERO);
    }
}
