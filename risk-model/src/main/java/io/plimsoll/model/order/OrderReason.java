package io.plimsoll.model.order;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.ThresholdState;
import java.math.BigDecimal;

/// Why an order may not go as it is.
public sealed interface OrderReason {

    /// The quantity is no multiple of the instrument's lot, and does not close the whole position either.
    record BrokenLot(BigDecimal lotSize) implements OrderReason {}

    /// The order may only reduce, and there is nothing on its other side.
    record NothingToReduce() implements OrderReason {}

    /// The order may only reduce, and is larger than the position.
    ///
    /// @param position contracts, signed
    record BeyondPosition(BigDecimal position) implements OrderReason {}

    /// A threshold that restricts trading is crossed already.
    record Restricted(ThresholdState threshold) implements OrderReason {}

    /// A threshold that restricts trading would be crossed.
    ///
    /// @param threshold with the metric as it would be
    /// @param when [Moment#FILLED] or [Moment#WORST]
    record WouldCross(ThresholdState threshold, Moment when) implements OrderReason {}

    /// Initial margin would exceed what there is for it.
    ///
    /// @param free free collateral as it would be, in the account's currency: negative
    /// @param when [Moment#FILLED] or [Moment#WORST]
    record Margin(Ratio free, Moment when) implements OrderReason {}
}
