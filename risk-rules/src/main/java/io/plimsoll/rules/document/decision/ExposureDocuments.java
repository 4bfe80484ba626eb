package io.plimsoll.rules.document.decision;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.exposure.AccountExposure;
import io.plimsoll.model.exposure.ThresholdExposure;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shocks at which thresholds trip, as written. They are computed here, not by the evaluation, which decides
/// without them.
final class ExposureDocuments {

    private ExposureDocuments() {}

    static @Nullable ExposureDocument nearest(Decision decision) {
        return AccountExposure.nearest(decision.snapshot(), decision.risk(), thresholds(decision))
                .map(ExposureDocuments::exposure)
                .orElse(null);
    }

    static List<ExposureDocument> all(Decision decision) {
        return AccountExposure.of(decision.snapshot(), decision.risk(), thresholds(decision)).exposures().stream()
                .map(ExposureDocuments::exposure)
                .toList();
    }

    private static List<Threshold> thresholds(Decision decision) {
        return decision.thresholds().stream().map(ThresholdState::threshold).toList();
    }

    private static ExposureDocument exposure(ThresholdExposure exposure) {
        Threshold threshold = exposure.threshold();
        boolean isJoint = exposure.direction().isJoint();
        return new ExposureDocument(
                threshold.kind(),
                ThresholdDocuments.scope(threshold.scope()),
                threshold.metric(),
                threshold.comparison(),
                threshold.limit(),
                isJoint ? ExposureDocument.Direction.JOINT : ExposureDocument.Direction.SINGLE,
                exposure.direction().mark(),
                exposure.shock(),
                isJoint ? null : exposure.marks().getFirst().price(),
                exposure.exposed().amount());
    }
}
