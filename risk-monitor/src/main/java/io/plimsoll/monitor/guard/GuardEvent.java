package io.plimsoll.monitor.guard;

import java.time.Instant;

/// Something that changed a guard, for the audit.
///
/// @param type what
/// @param subject to what
/// @param at when
/// @param person who; [#AUTOMATIC] if no person did it
/// @param reason why, in words
public record GuardEvent(Type type, Subject subject, Instant at, String person, String reason) {

    /// Who did it if no person did.
    public static final String AUTOMATIC = "plimsoll";

    /// What can change.
    public enum Type {
        /// The price of an instrument is not relied on any more, or for another reason.
        PRICE_DOUBTED,
        /// The price of an instrument is relied on again.
        PRICE_RELIED_ON,
        /// A person has taken the price of an instrument as settled.
        PRICE_ACCEPTED,
        /// A person has said that marks are to be relied on for some time.
        RELEASED,
        /// That was taken back.
        RELEASE_WITHDRAWN,
        /// An action took its share of throttle and breaker.
        RESERVED,
        /// A rule may trade an instrument no more.
        BREAKER_TRIPPED,
        /// It may again.
        BREAKER_REARMED,
        /// A kill switch was set.
        KILLED,
        /// One person wants it lifted; another one is needed.
        LIFT_PROPOSED,
        /// It is lifted.
        LIFTED,
        /// Instruments trade no more until their marks have been relied on for some time.
        DISARMED,
        /// A person has armed them.
        ARMED,
        /// Other limits hold.
        SETTINGS_CHANGED,
        /// A guard has failed; what depends on it is withheld.
        FAILED
    }

    static GuardEvent automatic(Type type, Subject subject, Instant at, String reason) {
        return new GuardEvent(type, subject, at, AUTOMATIC, reason);
    }
}
