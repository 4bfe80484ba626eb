package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the facts of one document, and the snapshot of the facts.
final class SnapshotAssembly {

    private final SnapshotDocument document;
    private final FactProblems problems = new FactProblems();

    SnapshotAssembly(SnapshotDocument document) {
        this.document = document;
    }

    Snapshot snapshot() {
        List<Instrument> instruments =
                problems.attemptAll("instruments", document.instruments(), SnapshotAssembly::instrument);
        List<CollateralAsset> collateral = problems.attemptAll(
                "collateral",
                document.collateral(),
                asset -> new CollateralAsset(asset.asset(), asset.haircut(), asset.lotSize()));
        List<Mark> marks = problems.attemptAll(
                "marks", document.marks(), mark -> new Mark(mark.id(), mark.price(), mark.time(), mark.source()));
        List<Signal> signals = problems.attemptAll(
                "signals",
                document.signals(),
                signal -> new Signal(signal.name(), signal.subject(), signal.value(), signal.time()));
        Account account = account(document.account());
        problems.throwIfAny();
        if (account == null) {
            throw new IllegalStateException("An account that can't be must leave a problem.");
        }
        try {
            return new Snapshot(document.asOf(), account, instruments, collateral, marks, signals);
        } catch (InvalidFactException e) {
            problems.add(e, new AccountPaths(document.account(), account)::toDocument);
            problems.throwIfAny();
            throw e;
        }
    }

    private @Nullable Account account(AccountDocument account) {
        List<Balance> balances = problems.attemptAll(
                "account/balances", account.balances(), balance -> new Balance(balance.asset(), balance.quantity()));
        List<Position> positions = problems.attemptAll(
                "account/positions",
                account.positions(),
                position -> new Position(
                        position.instrument(), position.quantity(), position.entryPrice(), position.isolatedMargin()));
        List<AllocationTarget> targets =
                problems.attemptAll("account/targets", account.targets(), SnapshotAssembly::target);
        boolean complete = balances.size() == account.balances().size()
                && positions.size() == account.positions().size()
                && targets.size() == account.targets().size();
        return complete ? account(account, balances, positions, targets) : null;
    }

    private @Nullable Account account(
            AccountDocument account, List<Balance> balances, List<Position> positions, List<AllocationTarget> targets) {
        return problems.attempt(
                "account",
                () -> new Account(
                        account.id(),
                        account.segment(),
                        account.marginMode(),
                        account.currency(),
                        balances,
                        positions,
                        targets));
    }

    private static AllocationTarget target(TargetDocument target) {
        if (target.asset() != null && target.instrument() == null) {
            return new AllocationTarget(Holding.asset(target.asset()), target.weight());
        }
        if (target.instrument() != null && target.asset() == null) {
            return new AllocationTarget(Holding.instrument(target.instrument()), target.weight());
        }
        throw new InvalidFactException(
                "",
                target.asset() == null
                        ? "is missing both asset and instrument. Maybe add one of them."
                        : "gives both asset (%s) and instrument (%s). Maybe remove one of them."
                                .formatted(target.asset(), target.instrument()));
    }

    private static Instrument instrument(InstrumentDocument instrument) {
        return new Instrument(
                instrument.id(),
                instrument.type(),
                instrument.instrumentClass(),
                instrument.currency(),
                instrument.multiplier(),
                instrument.lotSize(),
                new MarginSchedule(tiers(instrument.tiers())));
    }

    private static List<MarginTier> tiers(List<TierDocument> documents) {
        List<MarginTier> tiers = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            TierDocument tier = documents.get(i);
            BigDecimal amount = tier.maintenanceAmount();
            if (amount == null) {
                amount = tiers.isEmpty()
                        ? BigDecimal.ZERO
                        : MarginSchedule.continuousAmount(tiers.getLast(), tier.floor(), tier.maintenanceRate());
            }
            try {
                tiers.add(new MarginTier(tier.floor(), tier.cap(), tier.maintenanceRate(), amount, tier.maxLeverage()));
            } catch (InvalidFactException e) {
                throw e.within("tiers/" + i);
            }
        }
        return tiers;
    }
}
