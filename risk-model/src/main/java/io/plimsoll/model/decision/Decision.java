package io.plimsoll.model.decision;

import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.ThresholdState;
import java.util.List;

/// What one version of a rule set says about one snapshot. The same snapshot and version give an equal decision.
///
/// @param snapshot what was decided about
/// @param ruleSet name of the rule set
/// @param version content digest of the rule-set version
/// @param risk the account's metrics
/// @param thresholds those that apply, in canonical order: kind, scope, metric
/// @param actions what is to be done, in canonical order: scope, type
/// @param firings every rule of the version, with how often it fired; in the order of their places
public record Decision(
        Snapshot snapshot,
        String ruleSet,
        String version,
        AccountRisk risk,
        List<ThresholdState> thresholds,
        List<TriggeredAction> actions,
        List<RuleFiring> firings) {

    /// Keeps the lists as they are given.
    public Decision {
        thresholds = List.copyOf(thresholds);
        actions = List.copyOf(actions);
        firings = List.copyOf(firings);
    }

    /// The thresholds that are crossed.
    public List<Breach> breaches() {
        return thresholds.stream().flatMap(state -> state.breach().stream()).toList();
    }
}
