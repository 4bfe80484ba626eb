package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// Small liquidations ahead of the real one: close factor and incentive rise on a line between two LTVs.
///
/// Source: Morpho, `PreLiquidation.sol`.
///
/// @param from the LTV at which they begin, from 0
/// @param liquidationLtv the LTV at which the account may be liquidated, above `from`, to 1
/// @param closeFactor shares of the debt that may be repaid
/// @param incentive collateral taken per debt repaid, `1 + bonus`
public record PreLiquidation(BigDecimal from, BigDecimal liquidationLtv, Rise closeFactor, Rise incentive) {

    /// @throws InvalidFactException if an LTV is out of range
    public PreLiquidation {
        from = Facts.share("from", from);
        liquidationLtv = Facts.share("liquidationLtv", liquidationLtv);
        if (from.compareTo(liquidationLtv) >= 0) {
            throw new InvalidFactException(
                    "from",
                    "must be below liquidationLtv (%s), but is %s. Maybe they are swapped."
                            .formatted(liquidationLtv, from));
        }
    }

    /// The share of the debt that may be repaid at an LTV.
    ///
    /// @throws InvalidFactException if the LTV is not between the two, both included
    public Ratio closeFactorAt(Ratio ltv) {
        return closeFactor.at(progress(ltv));
    }

    /// The collateral taken per debt repaid at an LTV.
    ///
    /// @throws InvalidFactException if the LTV is not between the two, both included
    public Ratio incentiveAt(Ratio ltv) {
        return incentive.at(progress(ltv));
    }

    private Ratio progress(Ratio ltv) {
        if (ltv.compareTo(from) < 0 || ltv.compareTo(liquidationLtv) > 0) {
            throw new InvalidFactException(
                    "ltv",
                    "must be from %s to %s, but is %s. Maybe the account is safe, or is to be liquidated."
                            .formatted(from, liquidationLtv, ltv.briefText()));
        }
        return ltv.minus(from).dividedBy(liquidationLtv.subtract(from));
    }

    /// A number at the first LTV and at the second; it may fall.
    public record Rise(BigDecimal first, BigDecimal last) {

        Ratio at(Ratio progress) {
            return progress.times(last.subtract(first)).plus(first);
        }
    }
}
