package io.plimsoll.service.live.webhook;

/// Whether a target is sent to.
public enum WebhookState {
    /// What comes is sent at once.
    SENDING,
    /// The last attempt failed; another one follows.
    RETRYING,
    /// It wants nothing more, and gets nothing until the service starts anew.
    GONE
}
