package io.plimsoll.rules.lint;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/// What an expression is, as far as rules can tell kinds of value apart.
///
/// @param kind what can be done with it
/// @param type its class; `Object` if it is not known
/// @param tables of a table row: the tables that it can come from; empty if that is not known
/// @param unit of a table's number: its column's unit; empty if there is none
record Value(Kind kind, Class<?> type, Set<String> tables, String unit) {

    /// A kind of value, and what people call it.
    enum Kind {
        TEXT("a text"),
        NUMBER("a number"),
        WHOLE("a whole number"),
        RATIO("an exact ratio"),
        FLAG("true or false"),
        CONSTANT("a constant"),
        TIME("a time"),
        FACT("a fact"),
        LIST("a list"),
        NULL("null"),
        UNKNOWN("unknown");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static final Value UNKNOWN = of(Kind.UNKNOWN, Object.class);
    static final Value NULL = of(Kind.NULL, Object.class);
    static final Value TEXT = of(Kind.TEXT, String.class);
    static final Value NUMBER = of(Kind.NUMBER, BigDecimal.class);
    static final Value WHOLE = of(Kind.WHOLE, int.class);
    static final Value FLAG = of(Kind.FLAG, boolean.class);
    static final Value LIST = of(Kind.LIST, java.util.Collection.class);

    /// What a field of this class holds.
    static Value of(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        } else if (type == BigDecimal.class) {
            return NUMBER;
        } else if (type == int.class) {
            return WHOLE;
        } else if (type == boolean.class) {
            return FLAG;
        } else if (type == Ratio.class) {
            return of(Kind.RATIO, type);
        } else if (type == Instant.class) {
            return of(Kind.TIME, type);
        }
        return of(type.isEnum() ? Kind.CONSTANT : Kind.FACT, type);
    }

    private static Value of(Kind kind, Class<?> type) {
        return new Value(kind, type, Set.of(), "");
    }

    Value from(Set<String> rowTables) {
        return new Value(kind, type, rowTables, unit);
    }

    Value in(String columnUnit) {
        return new Value(kind, type, tables, columnUnit);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isKnown() {
        return kind != Kind.UNKNOWN;
    }

    boolean isNumeric() {
        return kind == Kind.NUMBER || kind == Kind.WHOLE;
    }

    /// For a message: "a text", "a MarginMode".
    String words() {
        return kind == Kind.CONSTANT || kind == Kind.FACT ? article(name(type)) : kind.words;
    }

    /// The name of a type as rules write it: `MarginMode`, `Holding.Type`.
    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }

    private static String article(String noun) {
        return ("AEIO".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
