package io.plimsoll.monitor.episode;

import io.plimsoll.model.market.Signal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Margin calls that went out, were not met by their deadline, and whose breach goes on, as signals: so threshold
/// rules can be stricter with who has not paid, and a decision can be made again from its snapshot alone.
public final class OverdueCalls {

    /// The signal's name. Its subject is what was called (the account, or the instrument of an isolated position),
    /// its value the whole hours since the deadline, its time the deadline.
    public static final String SIGNAL = "margin_call_overdue";

    private OverdueCalls() {}

    /// @param calls of one account
    static List<Signal> signals(Collection<LiveAction> calls, Instant now) {
        Map<String, Instant> deadlines = new TreeMap<>();
        for (LiveAction call : calls) {
            Instant deadline = call.deadline();
            if (deadline != null) {
                deadlines.merge(call.scope().id(), deadline, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return deadlines.entrySet().stream()
                .map(each -> new Signal(SIGNAL, each.getKey(), hours(each.getValue(), now), each.getValue()))
                .toList();
    }

    private static BigDecimal hours(Instant deadline, Instant now) {
        return BigDecimal.valueOf(Math.max(0, Duration.between(deadline, now).toHours()));
    }
}
