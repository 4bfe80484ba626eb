package io.plimsoll.service.live.webhook;

import io.plimsoll.service.live.ActionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A request, by the Standard Webhooks specification.
///
/// @param id the same with each attempt, and for each target
/// @param timestamp of the attempt, in seconds since 1970
/// @param body what was signed, to the byte
/// @param signature one for each secret, separated by spaces
record Message(String id, long timestamp, String body, String signature) {

    static Message of(ActionEvent event, Instant now, List<Secret> secrets) {
        // The sequence tells one state of the action from another; the action, one database from another.
        String id = "%d_%s".formatted(event.sequence(), event.action());
        long timestamp = now.getEpochSecond();
        String signature = secrets.stream()
                .map(secret -> secret.sign(id, timestamp, event.document()))
                .collect(Collectors.joining(" "));
        return new Message(id, timestamp, event.document(), signature);
    }

    Map<String, String> headers() {
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signature,
                "Content-Type",
                "application/json",
                "User-Agent",
                "Plimsoll");
    }
}
