package io.plimsoll.service.record.chain;

/// How far a chain has come: its last entry.
///
/// @param sequence of the last entry, from 1; 0 before the first
/// @param hash of the last entry; 64 zeros before the first
public record ChainHead(long sequence, String hash) {

    /// The head of a chain without entries.
    public static final ChainHead GENESIS = new ChainHead(0, "sha256:" + "0".repeat(64));

    /// Checks the form.
    ///
    /// @throws IllegalArgumentException if the sequence is negative, or the hash no hash
    public ChainHead {
        if (sequence < 0) {
            throw new IllegalArgumentException(
                    "The sequence (%d) must not be negative. Maybe it was read from the wrong column."
                            .formatted(sequence));
        }
        Hashes.require("hash", hash);
    }
}
