package io.plimsoll.monitor.guard;

import io.plimsoll.model.fact.InvalidFactException;
import java.util.List;

/// What becomes of a proposal.
public sealed interface Verdict {

    /// It may be done: what it takes of throttle and breaker is reserved. It still goes through
    /// [KillSwitch#emit].
    ///
    /// @param flags what is to be shown with it: doubts that would withhold it if it traded; empty of what does
    /// @param events what judging it has changed, for the audit: its reservation, and breakers that it tripped
    record Passed(List<Hold> flags, List<GuardEvent> events) implements Verdict {

        /// Keeps the lists as they are given.
        public Passed {
            flags = List.copyOf(flags);
            events = List.copyOf(events);
        }
    }

    /// It may not be done now, and nothing is reserved. It may be proposed again.
    ///
    /// @param holds at least one, of every guard that objects
    record Held(List<Hold> holds) implements Verdict {

        /// @throws InvalidFactException if there is none: nothing is withheld without a reason
        public Held {
            holds = List.copyOf(holds);
            if (holds.isEmpty()) {
                throw new InvalidFactException("holds", "are empty: nothing is withheld without a reason.");
            }
        }
    }
}
