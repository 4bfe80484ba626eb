package io.plimsoll.service.live.webhook;

import java.time.Duration;
import java.util.Optional;

/// What came of an attempt to send something.
sealed interface Outcome {

    /// The target has it.
    record Taken() implements Outcome {}

    /// The target never wants anything again.
    record Gone() implements Outcome {}

    /// It may not have it.
    ///
    /// @param reason a sentence
    /// @param retryAfter how long the target wants to be left alone, if it says so
    record Failed(String reason, Optional<Duration> retryAfter) implements Outcome {

        Failed(String reason) {
            this(reason, Optional.empty());
        }
    }
}
