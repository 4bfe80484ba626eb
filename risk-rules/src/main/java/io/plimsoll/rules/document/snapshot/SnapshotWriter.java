package io.plimsoll.rules.document.snapshot;

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
                AccountDocuments.account(snapshot.account()),
                snapshot.instruments().stream()
                        .map(InstrumentDocuments::instrument)
                        .toList(),
                snapshot.collateral().stream()
                        .map(InstrumentDocuments::collateral)
                        .toList(),
                snapshot.marks().stream().map(FactWriter::document).toList(),
                snapshot.signals().stream().map(FactWriter::document).toList(),
                snapshot.categories().stream()
                        .map(InstrumentDocuments::category)
                        .toList());
    }
}
