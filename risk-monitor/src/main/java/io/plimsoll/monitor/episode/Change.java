package io.plimsoll.monitor.episode;

import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import java.time.Instant;

/// Something that happened to the episodes of a book, in the order in which it happened.
public sealed interface Change {

    /// Whose.
    String account();

    /// A threshold was crossed.
    record Opened(Episode episode) implements Change {
        @Override
        public String account() {
            return episode.account();
        }
    }

    /// A breach is over.
    record Closed(Episode episode) implements Change {
        @Override
        public String account() {
            return episode.account();
        }
    }

    /// An action goes out, or is withheld.
    ///
    /// @param action its state
    /// @param content what is to be done, and why
    /// @param decision that it is of
    record Proposed(LiveAction action, TriggeredAction content, Decision decision) implements Change {
        @Override
        public String account() {
            return action.account();
        }
    }

    /// An action came into another state.
    record Moved(LiveAction action) implements Change {
        @Override
        public String account() {
            return action.account();
        }
    }

    /// An account can't be decided about, so that what happens to it goes unnoticed until that is mended.
    ///
    /// @param reason a sentence
    record Undecidable(String account, String reason, Instant at) implements Change {}

    /// An account that could not be decided about can be.
    record Decidable(String account, Instant at) implements Change {}
}
