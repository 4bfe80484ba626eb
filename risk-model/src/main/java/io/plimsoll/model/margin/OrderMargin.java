package io.plimsoll.model.margin;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import io.plimsoll.model.snapshot.Snapshot;

/// What resting orders require: of each instrument the initial margin of the worst side, less that of the
/// position.
///
/// An order that can only close part of the position therefore needs nothing, and bids and asks do not add up.
/// Valued at the mark. See [FillRange].
final class OrderMargin {

    private OrderMargin() {}

    /// All orders of the account, exact; never negative.
    static Ratio of(Snapshot snapshot) {
        Sum sum = new Sum();
        for (FillRange range : FillRange.all(snapshot).values()) {
            sum.add(range.worst().minus(range.now()));
        }
        return sum.total();
    }
}
