package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.NearestName;
import java.util.Set;

/// Checks the type of a pattern.
///
/// @param file where it stands
/// @param imports simple names of the types that the file imports
record TypeLinter(DrlFile file, Set<String> imports) {

    void check(String type, int offset) {
        FactCatalogue catalogue = file.catalogue();
        int end = offset + type.length();
        if (type.contains(".")) {
            String message = "A rule can't name types by their package (%s).".formatted(type);
            file.refuse("lint.qualified-name", offset, end, message, "Maybe import the type and use its simple name.");
        } else if (type.equals("forall")) {
            file.refuse(
                    "lint.forall", offset, "A rule can't use forall.", "Maybe write not with the opposite constraint.");
        } else if (catalogue.isOfLaterPhase(type)) {
            refuseLaterPhase(file, type, offset, end);
        } else if (!catalogue.facts().containsKey(type)) {
            String message = "There are no facts of this type (%s).".formatted(type);
            String remedy = NearestName.of(type, catalogue.facts().keySet())
                    .map("Maybe %s."::formatted)
                    .orElseGet(() -> "Maybe one of %s.".formatted(catalogue.factNames()));
            file.refuse("lint.type", offset, end, message, remedy);
        } else if (!imports.contains(type)) {
            refuseUnimported(file, type, offset);
        }
    }

    static void refuseUnimported(DrlFile file, String type, int offset) {
        String name = file.catalogue().importable(type).orElse(type);
        String message = "The type (%s) is not imported.".formatted(type);
        file.refuse("lint.import-missing", offset, message, "Maybe add \"import %s;\".".formatted(name));
    }

    /// Threshold rules see only what does not move with every tick.
    static void refuseLaterPhase(DrlFile file, String type, int offset, int end) {
        file.refuse(
                "lint.phase",
                offset,
                end,
                "Threshold rules can't read %s: thresholds are kept while marks move.".formatted(type),
                "Maybe the rule belongs in actions/, or a signal says the same.");
    }
}
