package io.plimsoll.service.ruledesk.workflow;

import java.util.regex.Pattern;

/// A person, whatever account or key they use: four eyes are two of these.
///
/// @param value 1 to 64 small letters, digits and the characters . _ @ : - so that one person has one spelling
public record PersonId(String value) implements Comparable<PersonId> {

    /// What an identifier looks like.
    public static final String FORM = "[a-z0-9][a-z0-9._@:-]{0,63}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /// Refuses anything else.
    ///
    /// @throws IllegalArgumentException if it has not the form
    public PersonId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The person (%s) must be 1 to 64 small letters, digits and the characters . _ @ : - Maybe write it in small letters."
                            .formatted(value.length() > 64 ? value.substring(0, 64) + "…" : value));
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
