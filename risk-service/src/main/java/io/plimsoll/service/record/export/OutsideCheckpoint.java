package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.plimsoll.service.record.chain.SignedCheckpoint;

/// A checkpoint that was kept elsewhere.
///
/// @param file where
/// @param line of that file, from 1
/// @param signed what stands there
record OutsideCheckpoint(String file, long line, SignedCheckpoint signed) {

    long sequence() {
        return signed.checkpoint().sequence();
    }

    /// The line, which an export that holds the same checkpoint has as well.
    String text() {
        return new String(signed.line(), US_ASCII);
    }
}
