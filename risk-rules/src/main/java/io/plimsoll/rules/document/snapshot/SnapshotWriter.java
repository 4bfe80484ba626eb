package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.document.json.Sha256;
import java.util.HexFormat;

/// Writes snapshots in one canonical form: equal snapshots give the same bytes, and reading them gives an equal
/// one.
public final class SnapshotWriter {

    private SnapshotWriter() {}

    /// The canonical text.
    public static byte[] write(Snapshot snapshot) {
        return JsonWriter.write(document(snapshot));
    }

    /// The name of a snapshot's content: `sha256:` and 64 hexadecimal digits, of the canonical text.
    public static String digest(Snapshot snapshot) {
        return "sha256:" + HexFormat.of().formatHex(Sha256.of(write(snapshot)));
    }

    /// The canonical document.
    public static SnapshotDocument document(Snapshot snapshot) {
        return new SnapshotDocument(
                snapshot.asOf(),
                account(snapshot.account()),
                snapshot.instruments().stream()
                        .map(InstrumentDocuments::instrument)
                        .toList(),
                snapshot.collateral().stream()
                        .map(InstrumentDocuments::collateral)
                        .toList(),
                snapshot.marks().stream()
                        .map(mark -> new MarkDocument(mark.id(), mark.price(), mark.time(), mark.source()))
                        .toList(),
                snapshot.signals().stream()
                        .map(signal ->
                                new SignalDocument(signal.name(), signal.subject(), signal.value(), signal.time()))
                        .toList(),
                snapshot.categories().stream()
                        .map(InstrumentDocuments::category)
                        .toList());
    }

    private static AccountDocument account(Account account) {
        return new AccountDocument(
                account.id(),
                account.segment(),
                account.marginMode(),
                account.currency(),
                account.balances().stream().map(SnapshotWriter::balance).toList(),
                account.positions().stream().map(SnapshotWriter::position).toList(),
                account.targets().stream().map(SnapshotWriter::target).toList(),
                account.orders().stream().map(SnapshotWriter::order).toList(),
                account.category(),
                account.dayOpenEquity(),
                account.highWaterMark());
    }

    private static TargetDocument target(AllocationTarget target) {
        Holding holding = target.holding();
        return switch (holding.type()) {
            case ASSET -> new TargetDocument(holding.id(), null, target.weight());
            case INSTRUMENT -> new TargetDocument(null, holding.id(), target.weight());
        };
    }

    private static BalanceDocument balance(Balance balance) {
        return new BalanceDocument(
                balance.asset(),
                balance.quantity(),
                balance.accrual()
                        .map(interest -> new InterestDocument(interest.yearlyRate(), interest.since()))
                        .orElse(null));
    }

    private static PositionDocument position(Position position) {
        return new PositionDocument(
                position.instrument(),
                position.quantity(),
                position.entryPrice(),
                position.isolatedMargin(),
                position.leverage(),
                position.fundingIndex(),
                position.bestMark());
    }

    private static OrderDocument order(Order order) {
        return new OrderDocument(
                order.id(),
                order.instrument(),
                order.side(),
                order.quantity(),
                order.limitPrice(),
                order.reduceOnly() ? Boolean.TRUE : null);
    }
}
