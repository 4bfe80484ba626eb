package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// How much of a whole portfolio is auctioned: margins here are *equity less requirement*, so negative is
/// short of it.
///
/// Source: Derive v2-core, `src/liquidation/DutchAuction.sol`.
public final class AuctionSlice {

    private AuctionSlice() {}

    /// The goal of a liquidation, beyond the maintenance margin: `MM + buffer·(MM − value)`.
    ///
    /// @param maintenance equity less maintenance requirement
    /// @param value the portfolio's mark-to-market
    /// @param buffer share of the requirement, zero or positive
    public static BigDecimal bufferMargin(BigDecimal maintenance, BigDecimal value, BigDecimal buffer) {
        return maintenance.add(Amounts.notNegative("buffer", buffer).multiply(maintenance.subtract(value)));
    }

    /// The largest share that may be taken, so that the rest stands at the buffer margin: `BM / (BM − value·d
    /// − reserved·(1 − d))`. Nothing if the margin is not short, and all if no share is enough.
    ///
    /// @param bufferMargin as of [#bufferMargin]
    /// @param value the portfolio's mark-to-market
    /// @param reserved cash that earlier bidders paid
    /// @param discount share of the value that the bidder pays, 0 to 1
    public static Ratio maxProportion(BigDecimal bufferMargin, BigDecimal value, BigDecimal reserved, Ratio discount) {
        if (bufferMargin.signum() >= 0) {
            return Ratio.ZERO;
        }
        Ratio paid = discount.times(value.subtract(reserved)).plus(reserved);
        Ratio needed = paid.minus(bufferMargin);
        if (paid.signum() <= 0) {
            return Ratio.of(BigDecimal.ONE);
        }
        return Ratio.of(bufferMargin.negate().multiply(needed.denominator()), needed.numerator());
    }
}
