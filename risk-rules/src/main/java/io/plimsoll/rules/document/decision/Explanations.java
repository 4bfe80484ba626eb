package io.plimsoll.rules.document.decision;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.decision.RuleFiring;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdState;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands behind a decision beyond its reasons, as written.
final class Explanations {

    private static final Comparator<Near> NEAREST_FIRST =
            Comparator.comparingInt(Near::group).thenComparing(Near::nearness);

    private Explanations() {}

    static ExplanationDocument explanation(Decision decision) {
        List<FiringDocument> rules =
                decision.firings().stream().map(Explanations::firing).toList();
        List<NearestDocument> nearest = decision.thresholds().stream()
                .flatMap(Explanations::near)
                .sorted(NEAREST_FIRST)
                .map(Near::document)
                .toList();
        return new ExplanationDocument(rules, nearest, ExposureDocuments.all(decision));
    }

    private static FiringDocument firing(RuleFiring firing) {
        return new FiringDocument(
                firing.rule(), firing.place().file(), firing.place().line(), firing.times());
    }

    private static Stream<Near> near(ThresholdState state) {
        if (state.isCrossed()) {
            return Stream.empty();
        }
        return state.distance().stream().map(distance -> new Near(state.threshold(), distance));
    }

    /// A threshold that is not crossed.
    ///
    /// @param threshold the line
    /// @param distance to it, negative or, at an exclusive limit, zero
    private record Near(Threshold threshold, Ratio distance) {

        @Nullable
        Ratio relativeDistance() {
            BigDecimal limit = threshold.limit();
            return limit.signum() == 0 || distance.isUnbounded() ? null : distance.dividedBy(limit.abs());
        }

        /// Those whose nearness is relative come before those for which it can only be absolute.
        int group() {
            return relativeDistance() == null ? 1 : 0;
        }

        Ratio nearness() {
            Ratio relative = relativeDistance();
            return (relative == null ? distance : relative).abs();
        }

        NearestDocument document() {
            return new NearestDocument(
                    threshold.kind(),
                    ThresholdDocuments.scope(threshold.scope()),
                    threshold.metric(),
                    Ratios.of(distance),
                    Ratios.ofNullable(relativeDistance()));
        }
    }
}
