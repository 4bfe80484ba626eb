package io.plimsoll.model.margin;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// What a position has earned once it is closed at the mark, all costs paid.
public final class Profit {

    private Profit() {}

    /// Profit and loss since entry, with funding, less the taker fee of opening and that of closing at the
    /// mark. In the account's currency, exact.
    public static Ratio net(PositionRisk position) {
        BigDecimal fee = position.instrument().takerFee();
        Ratio earned = position.unrealisedPnl().plus(position.funding());
        return fee.signum() == 0
                ? earned
                : earned.minus(position.notional().plus(entryNotional(position)).times(fee));
    }

    /// The net profit as a share of notional at entry.
    public static Ratio onEntry(PositionRisk position) {
        return net(position).dividedBy(entryNotional(position));
    }

    /// The mark at which net profit is 0.
    ///
    /// Linear: `P = (s·E·(1 + s·f) − F) ÷ (s − f)` per unit, with `s` the sign, `f` the fee rate, `E` the
    /// entry price and `F` the funding received per unit; which is `E·(1 + f) ÷ (1 − f)` of a long without
    /// funding. Inverse: the same in the reciprocals of prices, with the sign turned. Source: own algebra.
    public static PriceLevel breakEven(PositionRisk position) {
        Instrument instrument = position.instrument();
        boolean inverse = instrument.type().isInverse();
        BigDecimal fee = instrument.takerFee();
        BigDecimal units = position.position().quantity().multiply(instrument.multiplier());
        // Net profit is fixed + slope × x, where x is the mark or, of an inverse contract, its reciprocal.
        BigDecimal held = inverse ? units.negate() : units;
        Ratio atEntry = instrument.value(
                position.position().quantity(), position.position().entryPrice());
        Ratio opened = inverse ? atEntry : atEntry.negate();
        Ratio fixed = opened.plus(position.funding()).minus(atEntry.abs().times(fee));
        BigDecimal slope = held.subtract(units.abs().multiply(fee));
        if (slope.signum() == 0) {
            return fixed.signum() >= 0 ? new PriceLevel.Always() : new PriceLevel.Never();
        }
        Ratio x = fixed.negate().dividedBy(slope);
        if (x.signum() <= 0) {
            return slope.signum() > 0 ? new PriceLevel.Always() : new PriceLevel.Never();
        }
        return new PriceLevel.At(inverse ? Ratio.of(BigDecimal.ONE).dividedBy(x) : x);
    }

    private static Ratio entryNotional(PositionRisk position) {
        return position.instrument()
                .value(position.position().quantity(), position.position().entryPrice())
                .abs();
    }
}
