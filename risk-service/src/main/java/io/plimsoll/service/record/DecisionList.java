package io.plimsoll.service.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recorded decisions, the newest first.
///
/// @param decisions at most as many as were asked for
/// @param next what to give as `before` for the ones after; left out at the end
record DecisionList(
        List<DecisionSummary> decisions, @Nullable Long next) {

    /// The list for a query that was answered with one more than it asks for, if there are more.
    static DecisionList of(List<DecisionSummary> found, int limit) {
        return found.size() <= limit
                ? new DecisionList(found, null)
                : new DecisionList(
                        List.copyOf(found.subList(0, limit)),
                        found.get(limit - 1).sequence());
    }
}
