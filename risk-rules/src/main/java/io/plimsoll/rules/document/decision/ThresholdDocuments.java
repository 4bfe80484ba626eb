package io.plimsoll.rules.document.decision;

import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdState;

/// Thresholds, and where they come from, as written.
public final class ThresholdDocuments {

    private ThresholdDocuments() {}

    /// The threshold as written.
    public static ThresholdDocument threshold(ThresholdState state) {
        Threshold threshold = state.threshold();
        return new ThresholdDocument(
                threshold.kind(),
                scope(threshold.scope()),
                threshold.metric(),
                threshold.comparison(),
                threshold.limit(),
                threshold.clear(),
                Ratios.ofNullable(state.observed()),
                state.distance().map(Ratios::of).orElse(null),
                state.isCrossed(),
                provenance(state.setBy()),
                state.overruled().stream().map(ThresholdDocuments::overruled).toList());
    }

    static ScopeDocument scope(Scope scope) {
        return new ScopeDocument(scope.type(), scope.id());
    }

    static ProvenanceDocument provenance(Provenance provenance) {
        return new ProvenanceDocument(
                provenance.rule(),
                provenance.place().file(),
                provenance.place().line(),
                provenance.rows().stream().map(ThresholdDocuments::row).toList());
    }

    private static RowDocument row(ThresholdRow row) {
        return new RowDocument(
                row.getId(), row.getPlace().file(), row.getPlace().line(), row.getCells());
    }

    private static OverruledDocument overruled(ThresholdState.Overruled overruled) {
        Threshold threshold = overruled.threshold();
        return new OverruledDocument(
                threshold.comparison(), threshold.limit(), threshold.clear(), provenance(overruled.setBy()));
    }
}
