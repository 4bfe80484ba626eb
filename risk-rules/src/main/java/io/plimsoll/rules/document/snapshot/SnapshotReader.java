package io.plimsoll.rules.document.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonDocuments;
import java.io.IOException;
import java.io.InputStream;

/// Reads snapshots from their written form, [SnapshotDocument]. The one door for all of them.
///
/// First the form is checked, then the facts, then what they refer to; each step reports all that it finds.
public final class SnapshotReader {

    private SnapshotReader() {}

    /// The snapshot that a text stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static Snapshot read(byte[] json) {
        return snapshot(JsonDocuments.read(json, SnapshotDocument.class));
    }

    /// The snapshot that a stream of text stands for. Reads no further than the limit, and does not close the stream.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static Snapshot read(InputStream json) throws IOException {
        return read(json.readNBytes(JsonDocuments.MAX_BYTES + 1));
    }

    /// The snapshot that a tree stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static Snapshot read(JsonNode json) {
        return snapshot(JsonDocuments.read(json, SnapshotDocument.class));
    }

    /// The snapshot that a document stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with its facts
    public static Snapshot snapshot(SnapshotDocument document) {
        return new SnapshotAssembly(document).snapshot();
    }
}
