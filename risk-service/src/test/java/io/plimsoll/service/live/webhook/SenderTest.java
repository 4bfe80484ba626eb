package io.plimsoll.service.live.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.plimsoll.service.book.BookClient;
import io.plimsoll.service.live.ActionEvent;
import io.plimsoll.service.live.ActionEvents;
import io.plimsoll.service.live.webhook.Receiver.Received;
import io.plimsoll.service.store.Store;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Everything that becomes of actions comes to each target, in its order.
@QuarkusTest
final class SenderTest {

    private final String name = "t-" + UUID.randomUUID();

    @Inject
    Store store;

    @Inject
    ActionEvents events;

    @Inject
    Vertx vertx;

    private CalledAccount account;

    @BeforeEach
    void anAccount() {
        account = CalledAccount.create();
    }

    private Sender sender(String target, String url) {
        Target to = GivenTarget.local(target, url);
        Sender sender = new Sender(
                to,
                events,
                Outbox.of(store, events, target),
                new Poster(
                        vertx, to, new Route(to, InetAddress::getAllByName), Duration.ofSeconds(3), Optional.empty()),
                new Backoff(Duration.ofMillis(10), Duration.ofMillis(100), new SplittableRandom(1)));
        sender.start();
        return sender;
    }

    private List<Received> await(Receiver receiver, int count) {
        Awaitility.await().until(() -> receiver.received(account::isIn).size() >= count);
        return receiver.received(account::isIn);
    }

    private static long sequence(Received request) {
        try {
            return BookClient.JSON.readTree(request.body()).path("sequence").longValue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void allIsSentOnceInItsOrderAndSigned() throws IOException, InterruptedException {
        try (Receiver receiver = Receiver.start(Receiver.content())) {
            long before = events.last();
            Sender sender = sender(name, receiver.url());

            account.change(6);

            List<Received> requests = await(receiver, 6);
            sender.stop();
            assertThat(requests).hasSize(6);
            assertThat(requests).extracting(SenderTest::sequence).isSorted().doesNotHaveDuplicates();
            assertThat(requests).allSatisfy(request -> {
                assertThat(request.isSignedBy(GivenTarget.SECRET)).isTrue();
                assertThat(Instant.ofEpochSecond(request.timestamp()))
                        .isBetween(Instant.now().minusSeconds(60), Instant.now());
            });
            List<ActionEvent> there = events.after(before, 1_000);
            assertThat(there).extracting(ActionEvent::document).containsAll(bodies(requests));
            assertThat(there)
                    .extracting(event -> "%d_%s".formatted(event.sequence(), event.action()))
                    .containsAll(ids(requests));
        }
    }

    private static List<String> bodies(List<Received> requests) {
        return requests.stream().map(Received::body).toList();
    }

    private static List<String> ids(List<Received> requests) {
        return requests.stream().map(Received::id).toList();
    }

    @Test
    void whatFailsIsSentAgainUnderItsNameBeforeWhatFollows() throws IOException, InterruptedException {
        Receiver.Answers answers = (exchange, request) -> {
            switch (request) {
                case 1 -> Receiver.answer(exchange, 500);
                case 2 -> hangUp(exchange);
                case 3 -> stall();
                case 4 -> Receiver.answer(exchange, 404);
                default -> Receiver.answer(exchange, 204);
            }
        };
        try (Receiver receiver = Receiver.start(answers)) {
            Sender sender = sender(name, receiver.url());

            account.change(2);

            Awaitility.await().until(() -> sender.outbox().waiting() == 0);
            sender.stop();
            List<String> ids = ids(receiver.received());
            assertThat(ids.subList(0, 5)).containsOnly(ids.getFirst());
            assertThat(ids.subList(5, ids.size()))
                    .doesNotContain(ids.getFirst())
                    .isNotEmpty();
            assertThat(sender.standing().state()).isEqualTo(WebhookState.SENDING);
            assertThat(sender.standing().lastFailure().reason()).isEqualTo("It answered 404.");
        }
    }

    private static void hangUp(HttpExchange exchange) {
        exchange.close();
    }

    private static void stall() throws IOException {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void whoIsNotThereYetGetsAllOnceItIs() throws IOException, InterruptedException {
        int port;
        try (Receiver first = Receiver.start(Receiver.content())) {
            port = first.port();
        }
        Sender sender = sender(name, "http://127.0.0.1:%d/".formatted(port));
        account.change(3);
        Awaitility.await().until(() -> sender.standing().state() == WebhookState.RETRYING);
        assertThat(sender.outbox().waiting()).isGreaterThanOrEqualTo(3);
        Standing standing = sender.standing();
        assertThat(standing.lastFailure().reason()).contains("refused");
        assertThat(standing.nextAttempt()).isAfter(standing.lastFailure().at());

        try (Receiver receiver = Receiver.at(port, Receiver.content())) {
            assertThat(await(receiver, 3)).extracting(SenderTest::sequence).isSorted();
            sender.stop();
        }
    }

    @Test
    void aSenderThatStartsAnewGoesOnWhereTheLastOneWas() throws IOException, InterruptedException {
        Receiver.Answers onlyTheFirst = (exchange, request) -> Receiver.answer(exchange, request == 1 ? 204 : 503);
        String taken;
        try (Receiver receiver = Receiver.start(onlyTheFirst)) {
            Sender sender = sender(name, receiver.url());
            account.change(3);
            Awaitility.await().until(() -> receiver.received().size() > 2);
            sender.stop();
            taken = receiver.received().getFirst().id();
            assertThat(ids(receiver.received()).subList(1, 3)).doesNotContain(taken);
        }
        account.change(2);

        try (Receiver receiver = Receiver.start(Receiver.content())) {
            Sender sender = sender(name, receiver.url());

            assertThat(await(receiver, 4)).extracting(SenderTest::sequence).isSorted();
            sender.stop();
            assertThat(ids(receiver.received())).doesNotContain(taken);
            assertThat(receiver.received(account::isIn)).hasSize(4);
        }
    }

    @Test
    void aNewTargetBeginsNow() throws IOException, InterruptedException {
        account.change(2);
        try (Receiver receiver = Receiver.start(Receiver.content())) {
            long before = events.last();
            Sender sender = sender(name, receiver.url());
            assertThat(sender.outbox().taken()).isEqualTo(before);

            account.change(1);

            assertThat(await(receiver, 1)).hasSize(1);
            sender.stop();
            assertThat(receiver.received())
                    .allSatisfy(request -> assertThat(sequence(request)).isGreaterThan(before));
        }
    }

    @Test
    void whoIsGoneIsLeftAloneUntilTheNextStart() throws IOException, InterruptedException {
        try (Receiver receiver = Receiver.start((exchange, _) -> Receiver.answer(exchange, 410))) {
            Sender sender = sender(name, receiver.url());
            account.change(1);
            Awaitility.await().until(() -> sender.standing().state() == WebhookState.GONE);
            account.change(1);
            assertThat(sender.outbox().waiting()).isGreaterThanOrEqualTo(2);
            sender.stop();
            assertThat(receiver.received()).hasSize(1);
        }
        try (Receiver receiver = Receiver.start(Receiver.content())) {
            Sender sender = sender(name, receiver.url());
            assertThat(await(receiver, 2)).hasSize(2);
            sender.stop();
        }
    }

    @Test
    void noTargetWaitsForAnotherOne() throws IOException, InterruptedException {
        try (ServerSocket dead = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
                Receiver receiver = Receiver.start(Receiver.content())) {
            Sender stuck = sender(name + "-dead", "http://127.0.0.1:%d/".formatted(dead.getLocalPort()));
            Sender sender = sender(name, receiver.url());

            account.change(4);

            assertThat(await(receiver, 4)).hasSize(4);
            assertThat(stuck.outbox().waiting()).isGreaterThanOrEqualTo(4);
            sender.stop();
            stuck.stop();
        }
    }
}
