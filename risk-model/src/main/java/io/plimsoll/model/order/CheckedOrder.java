package io.plimsoll.model.order;

import io.plimsoll.model.decision.Standing;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order, whether it may go, and what it would do.
///
/// @param order as it was proposed
/// @param verdict whether it may go
/// @param quantity what of it may go, in contracts: all, the part that reduces, or 0
/// @param fill by which it was judged; null if nothing of it can fill
/// @param reasons why not all of it may go; empty if all may
/// @param before where the account stands
/// @param filled where it would once the order had filled as it was proposed, and nothing else had
/// @param worst where it would once the worst side of every instrument had filled; null if that is the same as
///     `filled`, or the order does not make it worse
/// @param liquidation of the order's instrument
public record CheckedOrder(
        ProposedOrder order,
        Verdict verdict,
        BigDecimal quantity,
        @Nullable Fill fill,
        List<OrderReason> reasons,
        Margined before,
        Margined filled,
        @Nullable Margined worst,
        LiquidationOutlook.Outlooks liquidation) {

    /// Keeps the list as it is given.
    public CheckedOrder {
        reasons = List.copyOf(reasons);
    }

    /// Where an account stands, and what it has left to open positions with.
    ///
    /// @param free free collateral, in the account's currency; negative if more is promised than there is
    public record Margined(Standing standing, Ratio free) {}
}
