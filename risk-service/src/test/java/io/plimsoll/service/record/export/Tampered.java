package io.plimsoll.service.record.export;

import java.util.List;

/// An export that somebody changed, with where that must be found.
final class Tampered {

    final String what;
    final byte[] export;
    final long line;
    final long sequence;
    final List<Row> outside;
    final boolean isKeyGiven;

    /// @param what was done
    /// @param line of the first problem
    /// @param sequence of an entry that was touched; 0 if none
    /// @param outside checkpoints that were kept elsewhere
    /// @param isKeyGiven whether the verifier has the key
    Tampered(String what, byte[] export, long line, long sequence, List<Row> outside, boolean isKeyGiven) {
        this.what = what;
        this.export = export;
        this.line = line;
        this.sequence = sequence;
        this.outside = outside;
        this.isKeyGiven = isKeyGiven;
    }

    static Tampered of(String what, List<Row> rows, long line, long sequence) {
        return new Tampered(what, SampleExport.bytes(rows), line, sequence, List.of(), true);
    }

    static Tampered of(String what, List<Row> rows, long line, long sequence, List<Row> outside) {
        return new Tampered(what, SampleExport.bytes(rows), line, sequence, outside, true);
    }
}
