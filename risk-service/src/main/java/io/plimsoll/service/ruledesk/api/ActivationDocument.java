package io.plimsoll.service.ruledesk.api;

import io.plimsoll.service.ruledesk.store.Activation;
import io.plimsoll.service.ruledesk.workflow.ActivationKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version that went live, as written.
///
/// @param sequence its place in the line, from 1
/// @param digest of the version
/// @param kind how it went live
/// @param change the change that it came from
/// @param by the person; left out if the service did it by itself
/// @param at when
/// @param reason why, if somebody said so
public record ActivationDocument(
        long sequence,
        String digest,
        ActivationKind kind,
        @Nullable String change,
        @Nullable String by,
        Instant at,
        @Nullable String reason) {

    static ActivationDocument of(Activation activation) {
        return new ActivationDocument(
                activation.sequence(),
                activation.digest(),
                activation.kind(),
                activation.change().orElse(null),
                activation.by().orElse(null),
                activation.at(),
                activation.reason().orElse(null));
    }
}
