package io.plimsoll.rules.lint;

import java.util.Set;

/// The types that the rules of a phase may name, for whoever checks rules after the linter.
///
/// @param facts fully qualified names of the types that can be matched
/// @param constants fully qualified names of the types whose constants may be used
/// @param sink fully qualified name of what rules call
/// @param sinkMethods what may be called on it
public record PublishedTypes(Set<String> facts, Set<String> constants, String sink, Set<String> sinkMethods) {

    /// What a phase publishes.
    public static PublishedTypes of(Phase phase) {
        FactCatalogue catalogue = FactCatalogue.of(phase);
        return new PublishedTypes(
                Set.copyOf(catalogue.facts().values()),
                Set.copyOf(catalogue.constants().values()),
                catalogue.sinkType(),
                catalogue.sinkMethods());
    }
}
