package io.plimsoll.benchmarks.monitor;

import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.book.Crossing;

/// A threshold was crossed or its breach is over.
///
/// @param line 0 for the margin call, 1 for the liquidation
/// @param isOpen whether it was crossed
record Event(int account, int line, boolean isOpen) {

    static Event of(Crossing crossing) {
        return new Event(
                crossing.account(),
                crossing.threshold().kind() == ThresholdKind.MARGIN_CALL ? 0 : 1,
                !crossing.isOver());
    }
}
