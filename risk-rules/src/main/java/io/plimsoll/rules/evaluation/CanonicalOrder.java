package io.plimsoll.rules.evaluation;

import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.rules.evaluation.ThresholdCollector.Setting;
import java.util.Comparator;

/// The orders in which results come out, so that nothing depends on the order of firing.
final class CanonicalOrder {

    static final Comparator<Provenance> PROVENANCES = Comparator.comparing(Provenance::place)
            .thenComparing(Provenance::rule)
            .thenComparing(ThresholdCollector::rowIds);

    private static final Comparator<Threshold> WHAT_IS_GUARDED = Comparator.comparing(Threshold::kind)
            .thenComparing(Threshold::scope)
            .thenComparing(Threshold::metric)
            .thenComparing(threshold -> threshold.comparison().highIsDangerous());

    private static final Comparator<Threshold> MORE_CONSERVATIVE_FIRST =
            (a, b) -> a.isMoreConservativeThan(b) ? -1 : b.isMoreConservativeThan(a) ? 1 : 0;

    static final Comparator<Setting> SETTINGS = Comparator.comparing(Setting::threshold, WHAT_IS_GUARDED)
            .thenComparing(Setting::threshold, MORE_CONSERVATIVE_FIRST)
            .thenComparing(Setting::setBy, PROVENANCES);

    static final Comparator<Breach> BREACHES =
            Comparator.comparing(Breach::threshold, WHAT_IS_GUARDED).thenComparing(Breach::setBy, PROVENANCES);

    private CanonicalOrder() {}
}
