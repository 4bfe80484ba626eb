package io.plimsoll.model.decision;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.ThresholdState;
import java.util.List;

/// Where an account stands: its metrics beside the thresholds that one version of a rule set draws for it.
///
/// @param snapshot the account
/// @param risk its metrics
/// @param thresholds those that apply, in canonical order: kind, scope, metric
public record Standing(Snapshot snapshot, AccountRisk risk, List<ThresholdState> thresholds) {

    /// Keeps the list as it is given.
    public Standing {
        thresholds = List.copyOf(thresholds);
    }
}
