package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.List;

/// Makes the facts of one document, and the snapshot of the facts.
final class SnapshotAssembly {

    private final SnapshotDocument document;
    private final FactProblems problems = new FactProblems();

    SnapshotAssembly(SnapshotDocument document) {
        this.document = document;
    }

    Snapshot snapshot() {
        List<Instrument> instruments =
                problems.attemptAll("instruments", document.instruments(), InstrumentFacts::instrument);
        List<CollateralAsset> collateral =
                problems.attemptAll("collateral", document.collateral(), InstrumentFacts::collateral);
        List<CollateralCategory> categories =
                problems.attemptAll("categories", document.categories(), InstrumentFacts::category);
        List<Mark> marks = problems.attemptAll("marks", document.marks(), MarketFacts::mark);
        List<Signal> signals = problems.attemptAll("signals", document.signals(), MarketFacts::signal);
        Account account = AccountFacts.account(problems, "account", document.account());
        problems.throwIfAny();
        if (account == null) {
            throw new IllegalStateException("An account that can't be must leave a problem.");
        }
        try {
            return new Snapshot(document.asOf(), account, instruments, collateral, marks, signals, categories);
        } catch (InvalidFactException e) {
            problems.add(e, new AccountPaths(document.account(), account)::toDocument);
            problems.throwIfAny();
            throw e;
        }
    }
}
