package io.plimsoll.rules.evaluation;

import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.lint.RuleOutline;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the rules of a version stand.
final class RuleBook {

    private static final Comparator<ThresholdRow> BY_ID = Comparator.comparing(ThresholdRow::getId);

    private final List<RuleOutline> outlines;
    private final Map<String, SourcePlace> places = new HashMap<>();

    RuleBook(List<RuleOutline> outlines) {
        this.outlines = outlines.stream()
                .sorted(Comparator.comparing(RuleBook::placeOf))
                .toList();
        outlines.forEach(outline -> places.put(outline.name(), placeOf(outline)));
    }

    /// Every rule, in the order of places.
    List<RuleOutline> outlines() {
        return outlines;
    }

    static SourcePlace placeOf(RuleOutline outline) {
        return new SourcePlace(outline.file(), outline.line());
    }

    SourcePlace place(String rule) {
        SourcePlace place = places.get(rule);
        if (place == null) {
            throw new IllegalStateException("The rule %s was compiled, but never checked.".formatted(rule));
        }
        return place;
    }

    Provenance provenance(String rule, List<ThresholdRow> rows) {
        return new Provenance(rule, place(rule), asWritten(rows));
    }

    /// What a `*` was made into is no concern of whoever reads a decision; and the same row is one reason, whichever of
    /// its facts a rule joined.
    private static List<ThresholdRow> asWritten(List<ThresholdRow> rows) {
        return switch (rows.size()) {
            case 0 -> rows;
            case 1 -> List.of(rows.getFirst().asWritten());
            default ->
                rows.stream()
                        .map(ThresholdRow::asWritten)
                        .distinct()
                        .sorted(BY_ID)
                        .toList();
        };
    }
}
