package io.plimsoll.service.record.export;

import io.plimsoll.service.record.chain.Chain;
import io.plimsoll.service.record.chain.Hashes;
import io.plimsoll.service.record.chain.Moments;
import java.util.Arrays;

/// An entry as its line states it.
///
/// @param sequence its place, from 1
/// @param previous the hash that it names
/// @param stated the hash beside it
/// @param own the hash that its bytes give
/// @param kind what its body is
/// @param body what it says
record EntryLine(long sequence, String previous, String stated, String own, String kind, EntryBody body) {

    static final String START = "{\"hash\":";

    private static final String DECISION = "decision";
    private static final int MAX_KIND = 64;

    /// @throws InvalidLineException if the line is no entry
    static EntryLine read(byte[] line) throws InvalidLineException {
        Cursor cursor = new Cursor(line);
        String stated = hash(cursor.expect(START + "\""));
        int start = cursor.expect(",\"entry\":").position();
        long sequence = cursor.expect("{\"sequence\":").number();
        String previous = hash(cursor.expect(",\"previous\":\""));
        String kind = cursor.expect(",\"kind\":\"").text(MAX_KIND);
        String at = cursor.expect(",\"at\":\"").text(Moments.LENGTH);
        int body = cursor.expect(",\"body\":").position();
        cursor.expect("{");
        if (!Chain.isKind(kind) || Moments.read(at).isEmpty()) {
            throw new InvalidLineException("has no kind or time of the form that a record writes.");
        }
        // The body's own brace, the entry's and the line's.
        int end = line.length - 1;
        if (line[end] != '}' || line[end - 1] != '}' || line[end - 2] != '}' || end - 2 < cursor.position()) {
            throw new InvalidLineException("does not end with its body and two braces.");
        }
        return new EntryLine(
                sequence,
                previous,
                stated,
                Hashes.of(Arrays.copyOfRange(line, start, end)),
                kind,
                EntryBody.read(Arrays.copyOfRange(line, body, end - 1), kind.equals(DECISION)));
    }

    private static String hash(Cursor cursor) throws InvalidLineException {
        String hash = cursor.text(Hashes.LENGTH);
        if (!Hashes.isHash(hash)) {
            throw new InvalidLineException("has no hash before byte %d.".formatted(cursor.position()));
        }
        return hash;
    }
}
