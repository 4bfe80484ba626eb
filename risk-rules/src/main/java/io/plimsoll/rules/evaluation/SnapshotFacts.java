package io.plimsoll.rules.evaluation;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import java.util.ArrayList;
import java.util.List;

/// What each phase sees, in canonical order.
final class SnapshotFacts {

    private SnapshotFacts() {}

    /// What does not move with every tick: no marks, no metrics.
    static List<Object> forThresholds(Snapshot snapshot) {
        Account account = snapshot.account();
        List<Object> facts = new ArrayList<>();
        facts.add(account);
        facts.addAll(account.balances());
        facts.addAll(account.positions());
        facts.addAll(account.targets());
        facts.addAll(snapshot.instruments());
        facts.addAll(snapshot.collateral());
        facts.addAll(snapshot.signals());
        return facts;
    }

    /// The same with marks, metrics and what is in breach.
    static List<Object> forActions(Snapshot snapshot, AccountRisk risk, List<Breach> breaches) {
        List<Object> facts = forThresholds(snapshot);
        facts.addAll(snapshot.marks());
        facts.add(risk);
        facts.addAll(breaches);
        return facts;
    }
}
