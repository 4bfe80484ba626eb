package io.plimsoll.service.record.chain;

import io.plimsoll.rules.document.json.Sha256;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Hashes as they are written: `sha256:` and 64 small hexadecimal digits.
public final class Hashes {

    /// The number of characters of a hash.
    public static final int LENGTH = 71;

    private static final String PREFIX = "sha256:";
    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();

    private Hashes() {}

    /// The hash of bytes.
    public static String of(byte[] content) {
        return PREFIX + HEX.formatHex(Sha256.of(content));
    }

    /// Whether a text has the form of a hash.
    public static boolean isHash(String text) {
        return text.length() == LENGTH && FORM.matcher(text).matches();
    }

    /// The text, if it has the form of a hash.
    ///
    /// @param what it is, for the message
    /// @throws IllegalArgumentException if it has not
    static String require(String what, String text) {
        if (!isHash(text)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be sha256: and 64 small hexadecimal digits. Maybe it was cut."
                            .formatted(what, text));
        }
        return text;
    }
}
