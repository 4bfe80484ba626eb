package io.plimsoll.service.record.export;

import io.plimsoll.service.record.chain.PublicCheckpointKey;
import java.util.Arrays;
import java.util.Base64;

/// Reads lines with a key.
final class KeyLine {

    static final String START = "{\"key\":";

    private static final int ID_LENGTH = 16;
    private static final int KEY_LENGTH = 60;

    private KeyLine() {}

    /// @throws InvalidLineException if the line is not exactly what is written for a key
    static PublicCheckpointKey read(byte[] line) throws InvalidLineException {
        Cursor cursor = new Cursor(line).expect(START + "{\"id\":\"");
        cursor.text(ID_LENGTH);
        String spki =
                cursor.expect(",\"algorithm\":\"Ed25519\",\"publicKey\":\"").text(KEY_LENGTH);
        cursor.expect("}}");
        try {
            PublicCheckpointKey key = PublicCheckpointKey.of(Base64.getDecoder().decode(spki));
            if (Arrays.equals(key.line(), line)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static InvalidLineException malformed() {
        return new InvalidLineException("shows no Ed25519 key, or its id is not that of the key.");
    }
}
