package io.plimsoll.monitor.live;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.util.List;

/// An account that is watched.
///
/// @param id of the account
/// @param facts until the next change
/// @param thresholds until the next change
/// @param accrues whether it changes while no mark does
record WatchedAccount(String id, BookAccount facts, List<Threshold> thresholds, boolean accrues) {

    /// Keeps the list as it is given.
    WatchedAccount {
        thresholds = List.copyOf(thresholds);
    }

    static WatchedAccount of(String id, BookAccount facts, Snapshot snapshot, List<Threshold> thresholds) {
        Account account = snapshot.account();
        boolean accrues = account.balances().stream().anyMatch(WatchedAccount::bearsInterest)
                || account.positions().stream().anyMatch(position -> isFunded(position, snapshot));
        return new WatchedAccount(id, facts, thresholds, accrues);
    }

    private static boolean bearsInterest(Balance balance) {
        return balance.interest() != null && balance.interest().yearlyRate().signum() != 0;
    }

    private static boolean isFunded(Position position, Snapshot snapshot) {
        return snapshot.instrument(position.instrument()).funding() != null;
    }
}
