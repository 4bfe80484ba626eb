package io.plimsoll.rules.lint;

import java.util.ArrayList;
import java.util.List;

/// What a rule binds a value to.
final class Variable {

    private final String name;
    private final int offset;
    private final List<Variable> alternatives = new ArrayList<>();
    private Value value;
    private boolean used;
    private boolean partial;

    Variable(String name, int offset, Value value) {
        this.name = name;
        this.offset = offset;
        this.value = value;
    }

    String name() {
        return name;
    }

    /// Where it is bound.
    int offset() {
        return offset;
    }

    Value value() {
        return value;
    }

    void become(Value known) {
        value = known;
    }

    boolean isUsed() {
        return used;
    }

    void use() {
        used = true;
        alternatives.forEach(Variable::use);
    }

    /// Whether a match can leave it without a value, because only some alternatives bind it.
    boolean isPartial() {
        return partial;
    }

    void bePartial() {
        partial = true;
    }

    /// The same variable, bound in another alternative.
    void addAlternative(Variable other) {
        alternatives.add(other);
    }
}
