package io.plimsoll.monitor.book;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.util.List;

/// Whoever holds the accounts.
public interface Accounts {

    /// An account as it is, at the marks that the monitor was told last.
    ///
    /// @param account the number that it was given when it was first watched
    Snapshot snapshot(int account);

    /// The thresholds of an account, of scopes that it has; of those that compete one.
    ///
    /// @param account the number that it was given when it was first watched
    List<Threshold> thresholds(int account);
}
