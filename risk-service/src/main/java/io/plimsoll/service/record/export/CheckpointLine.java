package io.plimsoll.service.record.export;

import io.plimsoll.service.record.chain.Checkpoint;
import io.plimsoll.service.record.chain.Hashes;
import io.plimsoll.service.record.chain.Moments;
import io.plimsoll.service.record.chain.SignedCheckpoint;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/// Reads lines with a checkpoint.
final class CheckpointLine {

    static final String START = "{\"checkpoint\":";

    private static final int KEY_LENGTH = 16;
    private static final int SIGNATURE_LENGTH = 88;

    private CheckpointLine() {}

    /// @throws InvalidLineException if the line is not exactly what is written for a checkpoint; whether it is
    ///     signed by the right key is another question
    static SignedCheckpoint read(byte[] line) throws InvalidLineException {
        Cursor cursor = new Cursor(line).expect(START + "{\"sequence\":");
        long sequence = cursor.number();
        String hash = cursor.expect(",\"hash\":\"").text(Hashes.LENGTH);
        String at = cursor.expect(",\"at\":\"").text(Moments.LENGTH);
        String key = cursor.expect(",\"key\":\"").text(KEY_LENGTH);
        String signature = cursor.expect("},\"signature\":\"").text(SIGNATURE_LENGTH);
        cursor.expect("}");
        try {
            Instant time = Moments.read(at).orElseThrow(IllegalArgumentException::new);
            SignedCheckpoint signed = new SignedCheckpoint(
                    new Checkpoint(sequence, hash, time, key),
                    Base64.getDecoder().decode(signature));
            // Base64 has several texts for the same bytes; only one is written.
            if (Arrays.equals(signed.line(), line)) {
                return signed;
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static InvalidLineException malformed() {
        return new InvalidLineException("is a checkpoint whose hash, time, key or signature has not its form.");
    }
}
