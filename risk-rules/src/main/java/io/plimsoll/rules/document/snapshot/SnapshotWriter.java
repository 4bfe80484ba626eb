package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.document.json.Sha256;
import java.util.HexFormat;

/// Writes snapshots in one canonical form: equal snapshots give the same bytes, and reading them gives an equal one.
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
                snapshot.instruments().stream().map(SnapshotWriter::instrument).toList(),
                snapshot.collateral().stream()
                        .map(asset -> new CollateralDocument(asset.asset(), asset.haircut(), asset.lotSize()))
                        .toList(),
                snapshot.marks().stream()
                        .map(mark -> new MarkDocument(mark.id(), mark.price(), mark.time(), mark.source()))
                        .toList(),
                snapshot.signals().stream()
                        .map(signal ->
                                new SignalDocument(signal.name(), signal.subject(), signal.value(), signal.time()))
                        .toList());
    }

    private static AccountDocument account(Account account) {
        return new AccountDocument(
                account.id(),
                account.segment(),
                account.marginMode(),
                account.currency(),
                account.balances().stream()
                        .map(balance -> new BalanceDocument(balance.asset(), balance.quantity()))
                        .toList(),
                account.positions().stream()
                        .map(position -> new PositionDocument(
                                position.instrument(),
                                position.quantity(),
                                position.entryPrice(),
                                position.isolatedMargin()))
                        .toList(),
                account.targets().stream().map(SnapshotWriter::target).toList());
    }

    private static TargetDocument target(AllocationTarget target) {
        Holding holding = target.holding();
        return switch (holding.type()) {
            case ASSET -> new TargetDocument(holding.id(), null, target.weight());
            case INSTRUMENT -> new TargetDocument(null, holding.id(), target.weight());
        };
    }

    private static InstrumentDocument instrument(Instrument instrument) {
        return new InstrumentDocument(
                instrument.id(),
                instrument.type(),
                instrument.instrumentClass(),
                instrument.currency(),
                instrument.multiplier(),
                instrument.lotSize(),
                instrument.schedule().tiers().stream().map(SnapshotWriter::tier).toList());
    }

    private static TierDocument tier(MarginTier tier) {
        return new TierDocument(
                tier.floor(), tier.cap(), tier.maintenanceRate(), tier.maintenanceAmount(), tier.maxLeverage());
    }
}
