package io.plimsoll.benchmarks.monitor;

import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.book.Crossing;
import io.plimsoll.monitor.book.Crossing.Move;
import java.util.Optional;

/// A threshold was crossed or its breach is over.
///
/// @param line 0 for the margin call, 1 for the liquidation
/// @param isOpen whether it was crossed
record Event(int account, int line, boolean isOpen) {

    /// What the scan tells, too; empty for what happens to a breach while it goes on.
    static Optional<Event> of(Crossing crossing) {
        return switch (crossing.move()) {
            case BEGUN, OVER ->
                Optional.of(new Event(
                        crossing.account(),
                        crossing.threshold().kind() == ThresholdKind.MARGIN_CALL ? 0 : 1,
                        crossing.move() == Move.BEGUN));
            case EASED, RENEWED -> Optional.empty();
        };
    }
}
