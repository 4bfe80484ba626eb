package io.plimsoll.service.record.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/// An entry of the chain, with the hash that the next one will name. Immutable.
public final class SealedEntry {

    private static final byte[] BEFORE_HASH = "{\"hash\":\"".getBytes(US_ASCII);
    private static final byte[] BEFORE_ENTRY = "\",\"entry\":".getBytes(US_ASCII);
    private static final byte[] END = "}".getBytes(US_ASCII);

    /// The bytes of a line beside those of the entry.
    static final int FRAME_LENGTH = BEFORE_HASH.length + Hashes.LENGTH + BEFORE_ENTRY.length + END.length;

    private final long sequence;
    private final String previous;
    private final String hash;
    private final byte[] json;

    private SealedEntry(long sequence, String previous, String hash, byte[] json) {
        this.sequence = sequence;
        this.previous = previous;
        this.hash = hash;
        this.json = json;
    }

    /// An entry that was sealed earlier, as it was stored. Nothing is proven by it: the verifier does that.
    ///
    /// @param sequence from 1
    /// @param previous the hash of the entry before
    /// @param hash its own
    /// @param json the entry's text
    /// @throws IllegalArgumentException if the sequence is not positive, or a hash no hash
    public static SealedEntry stored(long sequence, String previous, String hash, byte[] json) {
        if (sequence < 1) {
            throw new IllegalArgumentException(
                    "The sequence (%d) must be positive. Maybe it was read from the wrong column.".formatted(sequence));
        }
        return new SealedEntry(
                sequence, Hashes.require("previous hash", previous), Hashes.require("hash", hash), json.clone());
    }

    /// The array is handed over.
    static SealedEntry sealed(ChainHead before, byte[] json) {
        return new SealedEntry(before.sequence() + 1, before.hash(), Hashes.of(json), json);
    }

    /// Its place in the chain, from 1.
    public long sequence() {
        return sequence;
    }

    /// The hash of the entry before it; 64 zeros for the first.
    public String previous() {
        return previous;
    }

    /// The hash of [#json].
    public String hash() {
        return hash;
    }

    /// The entry's text in UTF-8, to be kept byte by byte: its hash is taken over it. A copy.
    public byte[] json() {
        return json.clone();
    }

    /// What the next entry is sealed with.
    public ChainHead head() {
        return new ChainHead(sequence, hash);
    }

    /// The line of an export that holds the entry, without a line break.
    public byte[] line() {
        return ByteBuffer.allocate(FRAME_LENGTH + json.length)
                .put(BEFORE_HASH)
                .put(hash.getBytes(US_ASCII))
                .put(BEFORE_ENTRY)
                .put(json)
                .put(END)
                .array();
    }
}
