package io.plimsoll.monitor.live;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.util.List;

/// One version of a rule set.
public interface BookRules {

    /// The thresholds of an account, of scopes that it has; of those that compete one.
    ///
    /// @throws UndecidableAccountException if a rule fails on it
    List<Threshold> thresholds(Snapshot snapshot) throws UndecidableAccountException;

    /// What is to be done.
    ///
    /// @throws UndecidableAccountException if a rule fails on it
    Decision decide(Snapshot snapshot) throws UndecidableAccountException;
}
