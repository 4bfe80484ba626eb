package io.plimsoll.monitor.live;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.util.List;

/// An account that is watched.
///
/// @param id of the account
/// @param facts until the next change
/// @param thresholds until the next change
/// @param calls its overdue calls, as the thresholds were drawn with them
/// @param accrues whether it changes while no mark does
record WatchedAccount(String id, BookAccount facts, List<Threshold> thresholds, List<Signal> calls, boolean accrues) {

    /// Keeps the lists as they are given.
    WatchedAccount {
        thresholds = List.copyOf(thresholds);
        calls = List.copyOf(calls);
    }

    static WatchedAccount of(
            String id, BookAccount facts, Snapshot snapshot, List<Threshold> thresholds, List<Signal> calls) {
        Account account = snapshot.account();
        boolean accrues = account.balances().stream().anyMatch(WatchedAccount::bearsInterest)
                || account.positions().stream().anyMatch(position -> isFunded(position, snapshot));
        return new WatchedAccount(id, facts, thresholds, calls, accrues);
    }

    private static boolean bearsInterest(Balance balance) {
        return balance.interest() != null && balance.interest().yearlyRate().signum() != 0;
    }

    private static boolean isFunded(Position position, Snapshot snapshot) {
        return snapshot.instrument(position.instrument()).funding() != null;
    }
}
