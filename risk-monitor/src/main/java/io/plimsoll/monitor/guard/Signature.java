package io.plimsoll.monitor.guard;

import io.plimsoll.model.fact.InvalidFactException;

/// Who asks for something, and why: nobody does anything to a guard without both.
///
/// @param person 1 to 200 characters, not [GuardEvent#AUTOMATIC]
/// @param reason 1 to 2,000 characters
record Signature(String person, String reason) {

    Signature {
        person = text("person", person, 200);
        reason = text("reason", reason, 2_000);
        if (person.equalsIgnoreCase(GuardEvent.AUTOMATIC)) {
            throw new InvalidFactException("person", "(%s) must be a person, by name.".formatted(person));
        }
    }

    /// Whether it is the same person. A name that differs in case alone is not taken for another one.
    static boolean isSame(String person, String other) {
        return person.strip().equalsIgnoreCase(other.strip());
    }

    private static String text(String field, String value, int most) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidFactException(
                    field,
                    "must have 1 to %d characters, none of them a control character. Maybe it was left empty."
                            .formatted(most));
        }
        return text;
    }
}
