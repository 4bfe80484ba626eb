package io.plimsoll.model.sizing;

import io.plimsoll.model.lending.CloseFactor;
import io.plimsoll.model.lending.LeastRemainder;
import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// How much of a debt one collateral liquidation may repay, and what it may leave.
///
/// @param closeFactor the share of all debt, and when the whole debt may go
/// @param leastRemainder what must be left of a debt and of its collateral, if anything is
public record LendingPolicy(CloseFactor closeFactor, LeastRemainder leastRemainder) {

    /// Half of the debt; all of it at a health factor of 0.95 and below (Aave v3.3); no rule about dust.
    public static final LendingPolicy STANDARD = new LendingPolicy(
            new CloseFactor(new BigDecimal("0.5"), new BigDecimal("0.95"), BigDecimal.ZERO),
            new LeastRemainder(BigDecimal.ZERO));

    /// Whether the whole debt in one asset may be repaid out of another.
    boolean allowsWhole(LendingState account, Ratio collateral, Ratio debt) {
        return account.healthFactor().compareTo(closeFactor.wholeUpToHealth()) <= 0
                || collateral.compareTo(closeFactor.wholeBelowValue()) < 0
                || debt.compareTo(closeFactor.wholeBelowValue()) < 0;
    }
}
