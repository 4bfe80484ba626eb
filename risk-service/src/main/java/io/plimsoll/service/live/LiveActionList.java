package io.plimsoll.service.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Actions of the live book, in the order in which they came into their states.
///
/// @param actions at most as many as were asked for
/// @param next what to give as `after` for the ones that follow; left out at the end
record LiveActionList(
        List<LiveActionDocument> actions, @Nullable Long next) {

    /// The list for a query that was answered with one more than it asks for, if there are more.
    static LiveActionList of(List<LiveActionDocument> found, int limit) {
        return found.size() <= limit
                ? new LiveActionList(found, null)
                : new LiveActionList(
                        List.copyOf(found.subList(0, limit)),
                        found.get(limit - 1).sequence());
    }
}
