package io.plimsoll.monitor.guard;

import io.plimsoll.model.fact.InvalidFactException;

/// What a hold, an event or a kill switch is about.
///
/// @param type what it is
/// @param id of the instrument or asset, the account, the rule (its name) or the action (its type); `*` for all
public record Subject(Type type, String id) implements Comparable<Subject> {

    private static final int MAX_LENGTH = 256;

    /// What a subject can be.
    public enum Type {
        /// Everything.
        ALL,
        /// An instrument or asset.
        INSTRUMENT,
        /// An account.
        ACCOUNT,
        /// A rule.
        RULE,
        /// Actions of a type.
        ACTION
    }

    /// @throws InvalidFactException if the identifier is empty or too long, or the type of action is not known
    public Subject {
        if (id.isBlank() || id.length() > MAX_LENGTH) {
            throw new InvalidFactException("id", "must have 1 to %d characters.".formatted(MAX_LENGTH));
        }
        if ((type == Type.ALL) != "*".equals(id)) {
            throw new InvalidFactException(
                    "id",
                    "(%s) must be * of the type ALL, and of no other. Maybe another type was meant.".formatted(id));
        }
        if (type == Type.ACTION && !Reach.isKnown(id)) {
            throw new InvalidFactException(
                    "id", "(%s) is no type of action. Maybe one of %s was meant.".formatted(id, Reach.knownTypes()));
        }
    }

    /// Everything.
    public static Subject all() {
        return new Subject(Type.ALL, "*");
    }

    /// An instrument or asset.
    public static Subject instrument(String id) {
        return new Subject(Type.INSTRUMENT, id);
    }

    /// An account.
    public static Subject account(String id) {
        return new Subject(Type.ACCOUNT, id);
    }

    /// A rule, by its name.
    public static Subject rule(String name) {
        return new Subject(Type.RULE, name);
    }

    /// All actions of a type.
    public static Subject action(String type) {
        return new Subject(Type.ACTION, type);
    }

    @Override
    public int compareTo(Subject other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.compareTo(other.id);
    }
}
