package io.plimsoll.monitor.episode;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A breach from its beginning to its end.
///
/// @param id a function of the account, what is watched and the ordinal: whoever finds the same episode gives
///     it the same identifier
/// @param account whose
/// @param ordinal which of the account's episodes of this threshold, from 1
/// @param threshold as it was crossed; its limit may have been moved since
/// @param observed the metric's value at the beginning, exact
/// @param openedAt when it was first seen
/// @param closedAt when the metric was at its clear level, or the threshold or the account was no more; null
///     while it is open
public record Episode(
        String id,
        String account,
        long ordinal,
        Threshold threshold,
        Ratio observed,
        Instant openedAt,
        @Nullable Instant closedAt) {

    static Episode opened(String account, long ordinal, Threshold threshold, Ratio observed, Instant at) {
        ThresholdKey key = threshold.key();
        String id = Identifiers.of(
                "ep",
                account,
                key.kind().name(),
                key.scope().type().name(),
                key.scope().id(),
                key.metric().name(),
                key.highIsDangerous() ? "high" : "low",
                Long.toString(ordinal));
        return new Episode(id, account, ordinal, threshold, observed, at, null);
    }

    /// What is watched.
    public ThresholdKey key() {
        return threshold.key();
    }

    Episode closed(Instant at) {
        return new Episode(id, account, ordinal, threshold, observed, openedAt, at);
    }
}
