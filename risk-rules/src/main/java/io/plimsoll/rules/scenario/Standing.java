package io.plimsoll.rules.scenario;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a scenario puts its account: at a line that the rules draw, wherever they draw it.
///
/// @param side which side of the line
/// @param line what crossing it means
/// @param metric which of several lines of a kind; null if there is one only
/// @param scope the position or holding whose line it is; null for the account's, or the only one
public record Standing(
        Side side,
        ThresholdKind line,
        @Nullable Metric metric,
        @Nullable String scope) {

    /// A side of a line. The step away from it is the smallest that money has: 0.01 of the account's currency.
    public enum Side {
        /// One step on the safe side.
        SHORT,
        /// On the line: the metric is equal to the limit, exactly.
        EXACTLY,
        /// One step on the dangerous side.
        BEYOND
    }

    /// The threshold of a decision that is meant.
    ///
    /// @throws IllegalArgumentException if there is none, or more than one; the message says which there are
    ThresholdState in(Decision decision) {
        List<ThresholdState> meant = decision.thresholds().stream()
                .filter(state -> state.threshold().kind() == line)
                .filter(state -> metric == null || state.threshold().metric() == metric)
                .filter(state -> scope == null || state.threshold().scope().id().equals(scope))
                .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw new IllegalArgumentException("%d lines (%s) are drawn for this account. Maybe %s."
                .formatted(
                        meant.size(),
                        line,
                        meant.isEmpty()
                                ? "one of %s".formatted(words(decision.thresholds()))
                                : "name metric and scope, of %s".formatted(words(meant))));
    }

    private static String words(List<ThresholdState> states) {
        return states.stream()
                .map(ThresholdState::threshold)
                .map(threshold -> "%s on %s of %s"
                        .formatted(
                                threshold.kind(),
                                threshold.metric(),
                                threshold.scope().id()))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
