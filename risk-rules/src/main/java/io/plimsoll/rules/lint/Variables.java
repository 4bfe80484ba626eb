package io.plimsoll.rules.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables that can be used at some place of a rule.
final class Variables {

    private final Map<String, Variable> visible;
    private final List<Variable> all;

    private Variables(Map<String, Variable> visible, List<Variable> all) {
        this.visible = visible;
        this.all = all;
    }

    /// None yet.
    static Variables none() {
        return new Variables(new LinkedHashMap<>(), new ArrayList<>());
    }

    /// A place within which variables can be bound that are unknown outside.
    Variables inner() {
        return new Variables(new LinkedHashMap<>(visible), all);
    }

    /// The names of those that can be used.
    Set<String> names() {
        return Set.copyOf(visible.keySet());
    }

    Optional<Variable> find(String name) {
        return Optional.ofNullable(visible.get(name));
    }

    Variable bind(String name, int offset, Value value) {
        Variable variable = new Variable(name, offset, value);
        all.add(variable);
        visible.put(name, variable);
        return variable;
    }

    /// Lets what was bound within be used from here on.
    void adopt(Variable variable) {
        visible.put(variable.name(), variable);
    }

    /// Counts every variable among tokens as used, where what they say could not be read.
    void useAll(List<Token> tokens) {
        tokens.forEach(token -> find(token.text()).ifPresent(Variable::use));
    }

    /// What the rule binds anywhere.
    List<Variable> all() {
        return all;
    }
}
