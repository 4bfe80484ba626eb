package io.plimsoll.service.record.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// How far a chain had come at a time, to be signed and kept where whoever can change the chain can't reach.
///
/// @param sequence of the last entry, from 1
/// @param hash of the last entry
/// @param at when it was taken; what is finer than a microsecond is cut off
/// @param key the id of the key that signs it
public record Checkpoint(long sequence, String hash, Instant at, String key) {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");

    /// Checks the form.
    ///
    /// @throws IllegalArgumentException if the sequence is not positive, or the hash or the key's id has not its
    ///     form
    public Checkpoint {
        if (sequence < 1) {
            throw new IllegalArgumentException(
                    "The sequence (%d) must be positive. Maybe the chain is still empty.".formatted(sequence));
        }
        Hashes.require("hash", hash);
        if (!isKeyId(key)) {
            throw new IllegalArgumentException(
                    "The key's id (%s) must be 16 small hexadecimal digits. Maybe it was cut.".formatted(key));
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /// Whether a text has the form of a key's id.
    public static boolean isKeyId(String text) {
        return KEY.matcher(text).matches();
    }

    /// The exact bytes that are signed.
    public byte[] json() {
        return ("{\"sequence\":" + sequence + ",\"hash\":\"" + hash + "\",\"at\":\"" + Moments.write(at)
                        + "\",\"key\":\"" + key + "\"}")
                .getBytes(US_ASCII);
    }
}
