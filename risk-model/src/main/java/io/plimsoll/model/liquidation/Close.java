package io.plimsoll.model.liquidation;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// The closing of a position, or of a part of it.
///
/// Source: dYdX v4-chain, `protocol/x/clob/keeper/liquidations.go`.
///
/// @param before the position
/// @param after what is left of it: smaller, on the same side
public record Close(PositionFigures before, PositionFigures after) {

    /// @throws InvalidFactException if nothing is closed, or more than there is
    public Close {
        BigDecimal change = after.quantity().subtract(before.quantity());
        boolean reduces = before.quantity().signum() * change.signum() < 0;
        boolean turns = before.quantity().signum() * after.quantity().signum() < 0;
        if (!reduces || turns) {
            throw new InvalidFactException(
                    "after",
                    "(%s) must be a part of the position before (%s). Maybe the change has the wrong sign."
                            .formatted(after.quantity(), before.quantity()));
        }
    }

    /// What the close must bring so that the rest of the account is as solvent as before: its bankruptcy
    /// price, as an amount for the whole quantity. Equity is split between the account's positions by their
    /// maintenance margins: `−ΔV − equity·|ΔMM| / MM`. Positive is received (a long is sold), negative is
    /// paid.
    ///
    /// @param equity of the account; negative if it is bankrupt already, and then the close must bring more
    /// @param maintenance maintenance margin of the account, all positions together
    /// @param rounding [Rounding#up], against the account: at this price no insurance is needed
    /// @throws InvalidFactException if the account requires nothing
    public Ratio bankruptcyProceeds(BigDecimal equity, BigDecimal maintenance, Rounding rounding) {
        Amounts.positive("maintenance", maintenance);
        BigDecimal released = after.maintenance().subtract(before.maintenance()).abs();
        Ratio share = Ratio.of(equity.multiply(released), maintenance);
        return rounding.of(share.negate().plus(before.value().subtract(after.value())));
    }
}
