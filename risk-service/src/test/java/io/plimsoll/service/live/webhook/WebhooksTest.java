package io.plimsoll.service.live.webhook;

import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.service.live.ActionEvents;
import io.plimsoll.service.live.webhook.Receiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A service sends to whom it is configured with, and says how far each has come.
@QuarkusTest
@TestProfile(LocalTargets.class)
final class WebhooksTest {

    HttpServer server;

    @Inject
    ActionEvents events;

    @Test
    void whoAnswersGetsAllAndWhoDoesNotIsToBeSeen() {
        try (Receiver receiver = Receiver.at(server, Receiver.content())) {
            CalledAccount account = CalledAccount.create();

            account.change(4);

            Awaitility.await().until(() -> receiver.received(account::isIn).size() == 4);
            List<Received> requests = receiver.received(account::isIn);
            assertThat(requests).allSatisfy(request -> {
                assertThat(request.signature().split(" ")).hasSize(2);
                assertThat(request.isSignedBy(GivenTarget.SECRET)).isTrue();
                assertThat(request.isSignedBy("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                        .isTrue();
            });
            Awaitility.await().until(() -> webhook("dead").has("lastFailure"));
            isToBeSeen();
        }
    }

    private void isToBeSeen() {
        Awaitility.await().until(() -> webhook("alive").path("waiting").intValue() == 0);
        JsonNode alive = webhook("alive");
        assertThat(alive.path("url").asText())
                .isEqualTo(
                        "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort()));
        assertThat(alive.path("state").asText()).isEqualTo("SENDING");
        assertThat(alive.path("taken").longValue()).isEqualTo(events.last());
        assertThat(alive.has("nextAttempt")).isFalse();

        JsonNode dead = webhook("dead");
        assertThat(dead.path("state").asText()).isEqualTo("RETRYING");
        assertThat(dead.path("waiting").intValue()).isGreaterThanOrEqualTo(4);
        assertThat(dead.path("taken").longValue()).isLessThan(events.last());
        assertThat(dead.at("/lastFailure/text").asText()).isEqualTo("There was no answer within 3000 ms.");
        assertThat(Instant.parse(dead.path("nextAttempt").asText()))
                .isAfter(Instant.parse(dead.at("/lastFailure/at").asText()));
        assertThat(get("/v1/webhooks").asString()).doesNotContain("whsec", "hidden", "AAAA", "MfKQ9r8");
    }

    private static JsonNode webhook(String name) {
        for (JsonNode webhook : json(get("/v1/webhooks")).path("webhooks")) {
            if (webhook.path("name").asText().equals(name)) {
                return webhook;
            }
        }
        throw new AssertionError("There is no webhook " + name);
    }
}
