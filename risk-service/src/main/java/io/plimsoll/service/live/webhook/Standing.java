package io.plimsoll.service.live.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with a target.
///
/// @param state whether it is sent to
/// @param lastFailure what went wrong last; null if nothing did since the start
/// @param nextAttempt when it is tried again; null if nothing keeps it from being sent to
record Standing(
        WebhookState state,
        @Nullable Failure lastFailure,
        @Nullable Instant nextAttempt) {

    static final Standing FIRST = new Standing(WebhookState.SENDING, null, null);

    /// Something that went wrong.
    ///
    /// @param reason a sentence
    record Failure(String reason, Instant at) {}

    Standing well() {
        return new Standing(WebhookState.SENDING, lastFailure, null);
    }

    Standing failed(String reason, Instant at, Instant nextAttempt) {
        return new Standing(WebhookState.RETRYING, new Failure(reason, at), nextAttempt);
    }

    Standing gone(Instant at) {
        return new Standing(WebhookState.GONE, new Failure("It answered 410.", at), null);
    }
}
