package io.plimsoll.service.live.webhook;

import io.plimsoll.service.live.webhook.Standing.Failure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Webhooks as written.
///
/// @param webhooks by their names
record WebhookList(List<WebhookDocument> webhooks) {

    /// A webhook.
    ///
    /// @param name by the settings
    /// @param url without its query
    /// @param state whether it is sent to
    /// @param taken sequence of the last change of an action that it has taken
    /// @param waiting how many later ones there are
    /// @param lastFailure what went wrong last; left out if nothing did since the start
    /// @param nextAttempt when it is tried again; left out if nothing keeps it from being sent to
    record WebhookDocument(
            String name,
            String url,
            WebhookState state,
            long taken,
            long waiting,
            @Nullable WebhookFailureDocument lastFailure,
            @Nullable Instant nextAttempt) {

        static WebhookDocument of(Sender sender) {
            Standing standing = sender.standing();
            long waiting = sender.outbox().waiting();
            return new WebhookDocument(
                    sender.target().name(),
                    sender.target().address().shown(),
                    standing.state(),
                    sender.outbox().taken(),
                    waiting,
                    WebhookFailureDocument.of(standing.lastFailure()),
                    standing.nextAttempt());
        }
    }

    /// What went wrong.
    ///
    /// @param text a sentence
    /// @param at when
    record WebhookFailureDocument(String text, Instant at) {

        private static @Nullable WebhookFailureDocument of(@Nullable Failure failure) {
            return failure == null ? null : new WebhookFailureDocument(failure.reason(), failure.at());
        }
    }

    static WebhookList of(List<Sender> senders) {
        return new WebhookList(senders.stream().map(WebhookDocument::of).toList());
    }
}
