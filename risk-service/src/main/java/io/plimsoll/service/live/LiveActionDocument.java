package io.plimsoll.service.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.HoldReason;
import io.plimsoll.monitor.episode.LiveAction;
import io.plimsoll.rules.document.decision.ActionDocument;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An action of the live book, as written.
///
/// @param sequence which of all changes of actions brought it into this state
/// @param id what to act by, once
/// @param state what has become of it
/// @param since when it came into this state
/// @param account whose
/// @param episode the breach that it came of
/// @param attempt which of its kind in the episode, from 1
/// @param deadline by when it must be done; left out for no time in particular
/// @param reasons why it is withheld, or what is to be known beside it
/// @param decision name of the recorded decision that it is of
/// @param action what is to be done, and why, as the decision says it
record LiveActionDocument(
        long sequence,
        String id,
        ActionState state,
        Instant since,
        String account,
        String episode,
        int attempt,
        @Nullable Instant deadline,
        List<HoldReasonDocument> reasons,
        String decision,

        @Schema(implementation = ActionDocument.class) JsonNode action) {

    /// Why an action is withheld.
    ///
    /// @param code stable
    /// @param text a sentence with the numbers
    record HoldReasonDocument(String code, String text) {

        private static HoldReasonDocument of(HoldReason reason) {
            return new HoldReasonDocument(reason.code(), reason.text());
        }
    }

    static LiveActionDocument of(long sequence, LiveAction action, String decision, JsonNode content) {
        return new LiveActionDocument(
                sequence,
                action.id(),
                action.state(),
                action.since(),
                action.account(),
                action.episode(),
                action.attempt(),
                action.deadline(),
                action.reasons().stream().map(HoldReasonDocument::of).toList(),
                decision,
                content);
    }
}
