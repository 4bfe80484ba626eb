package io.plimsoll.service.record.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.regex.Pattern;

/// Seals entries: each holds the hash of the one before it, so that none can be changed, left out or moved
/// without all later hashes becoming others.
///
///     SealedEntry first = Chain.seal(ChainHead.GENESIS, "decision", at, body);
///     SealedEntry second = Chain.seal(first.head(), "decision", at, body);
public final class Chain {

    /// The most bytes of a line of an export, its line break not counted.
    public static final int MAX_LINE_BYTES = 16 << 20;

    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    private Chain() {}

    /// Whether a text can be the kind of an entry: a letter, then at most 63 letters, digits and the characters
    /// . _ -
    public static boolean isKind(String text) {
        return KIND.matcher(text).matches();
    }

    /// The next entry after a head. The bytes of the body stay as they are; that they are JSON is left to who
    /// wrote them, that they fit on one line is checked.
    ///
    /// @param kind what the body is, such as `decision`
    /// @param at when it was recorded; what is finer than a microsecond is cut off
    /// @param body a JSON object in UTF-8, without layout
    /// @throws IllegalArgumentException if the kind is no kind, or the body no object on one line or too long
    public static SealedEntry seal(ChainHead head, String kind, Instant at, byte[] body) {
        if (!isKind(kind)) {
            throw new IllegalArgumentException(
                    "The kind (%s) must be a letter, then letters, digits and . _ -. Maybe use camel case."
                            .formatted(kind));
        }
        requireOneLine(body);
        byte[] start = ("{\"sequence\":" + (head.sequence() + 1) + ",\"previous\":\"" + head.hash() + "\",\"kind\":\""
                        + kind + "\",\"at\":\"" + Moments.write(at) + "\",\"body\":")
                .getBytes(US_ASCII);
        long length = (long) SealedEntry.FRAME_LENGTH + start.length + body.length + 1;
        if (length > MAX_LINE_BYTES) {
            throw new IllegalArgumentException(
                    "The body is too long (%,d bytes): a line has at most %,d. Maybe leave out what can be derived."
                            .formatted(body.length, MAX_LINE_BYTES));
        }
        byte[] json = ByteBuffer.allocate(start.length + body.length + 1)
                .put(start)
                .put(body)
                .put((byte) '}')
                .array();
        return SealedEntry.sealed(head, json);
    }

    private static void requireOneLine(byte[] body) {
        if (body.length < 2 || body[0] != '{' || body[body.length - 1] != '}') {
            throw new IllegalArgumentException(
                    "The body (%d bytes) must be a JSON object. Maybe there is space around it."
                            .formatted(body.length));
        }
        for (byte character : body) {
            if (character >= 0 && character < ' ') {
                throw new IllegalArgumentException(
                        "The body holds a control character (0x%02X). Maybe it was written with layout."
                                .formatted(character));
            }
        }
    }
}
