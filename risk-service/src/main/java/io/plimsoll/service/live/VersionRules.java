package io.plimsoll.service.live;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.monitor.live.BookRules;
import io.plimsoll.monitor.live.UndecidableAccountException;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.problem.ProblemException;
import java.util.List;

/// A version of the rule set as the live book asks it.
///
/// @param version stays open as long as it is asked
record VersionRules(RuleSetVersion version) implements BookRules {

    @Override
    public List<Threshold> thresholds(Snapshot snapshot) throws UndecidableAccountException {
        try {
            return version.standing(snapshot).thresholds().stream()
                    .map(ThresholdState::threshold)
                    .toList();
        } catch (EvaluationException e) {
            throw undecidable(e);
        }
    }

    @Override
    public Decision decide(Snapshot snapshot) throws UndecidableAccountException {
        try {
            return version.evaluate(snapshot);
        } catch (EvaluationException e) {
            throw undecidable(e);
        }
    }

    private static UndecidableAccountException undecidable(EvaluationException e) {
        return new UndecidableAccountException(
                String.valueOf(ProblemException.undecidable(e).getMessage()));
    }
}
