package io.plimsoll.service.live.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.plimsoll.service.live.ActionEvent;
import io.plimsoll.service.live.webhook.Outcome.Failed;
import io.plimsoll.service.live.webhook.Outcome.Taken;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes of a request, by what the target does with it.
final class PosterTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final ActionEvent EVENT = new ActionEvent(12, "act_ab", "{\"text\":\"ä€😀\"}");
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Poster poster(String url, Duration timeout) {
        Target target = GivenTarget.local("oms", url);
        return new Poster(VERTX, target, new Route(target, InetAddress::getAllByName), timeout, Optional.empty());
    }

    private static Outcome posted(Receiver.Answers answers, Duration timeout) throws IOException, InterruptedException {
        try (Receiver receiver = Receiver.start(answers);
                Poster poster = poster(receiver.url(), timeout)) {
            return poster.post(EVENT);
        }
    }

    private static Failed failed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return (Failed) outcome;
    }

    @Test
    void isThatOfTheEventSignedForTheHostOfTheUrl() throws IOException, InterruptedException {
        try (Receiver receiver = Receiver.start(Receiver.content());
                Poster poster = poster("http://LocalHost:%d/hook".formatted(receiver.port()), LONG)) {
            assertThat(poster.post(EVENT)).isInstanceOf(Taken.class);

            assertThat(receiver.received()).singleElement().satisfies(request -> {
                assertThat(request.id()).isEqualTo("12_act_ab");
                assertThat(request.body()).isEqualTo(EVENT.document());
                assertThat(request.host()).isEqualTo("localhost:" + receiver.port());
                assertThat(request.isSignedBy(GivenTarget.SECRET)).isTrue();
                assertThat(request.isSignedBy(GivenTarget.SECRET.replace('M', 'N')))
                        .isFalse();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void everyStatusOf2IsAReceipt(int status) throws IOException, InterruptedException {
        assertThat(posted((exchange, _) -> Receiver.answer(exchange, status), LONG))
                .isInstanceOf(Taken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 401, 404, 409, 418, 429, 500, 502, 503, 504, 599})
    void everyOtherStatusIsAFailure(int status) throws IOException, InterruptedException {
        assertThat(failed(posted((exchange, _) -> Receiver.answer(exchange, status), LONG))
                        .reason())
                .contains(Integer.toString(status));
    }

    @Test
    void goneIsGone() throws IOException, InterruptedException {
        assertThat(posted((exchange, _) -> Receiver.answer(exchange, 410), LONG))
                .isInstanceOf(Outcome.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) throws IOException, InterruptedException {
        try (Receiver elsewhere = Receiver.start(Receiver.content())) {
            Outcome outcome = posted(
                    (exchange, _) -> {
                        exchange.getResponseHeaders().set("Location", elsewhere.url());
                        Receiver.answer(exchange, status);
                    },
                    LONG);

            assertThat(failed(outcome).reason())
                    .isEqualTo("It answered %d, and redirects are not followed.".formatted(status));
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void saysHowLongTheTargetWantsToBeLeftAlone() throws IOException, InterruptedException {
        Outcome outcome = posted(
                (exchange, _) -> {
                    exchange.getResponseHeaders().set("Retry-After", "17");
                    Receiver.answer(exchange, 503);
                },
                LONG);

        assertThat(failed(outcome).retryAfter()).hasValue(Duration.ofSeconds(17));
    }

    @Test
    void whoDoesNotAnswerHasFailedAndMayAnswerTheNextOne() throws IOException, InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Receiver.Answers answers = (exchange, request) -> {
            if (request == 1) {
                await(over);
            }
            Receiver.answer(exchange, 204);
        };
        try (Receiver receiver = Receiver.start(answers);
                Poster poster = poster(receiver.url(), SOON)) {
            assertThat(failed(poster.post(EVENT)).reason()).isEqualTo("There was no answer within 300 ms.");
            assertThat(poster.post(EVENT)).isInstanceOf(Taken.class);
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aBodyWithoutEndChangesNothing() throws IOException, InterruptedException {
        Receiver.Answers answers = (exchange, request) -> {
            if (request == 1) {
                flood(exchange);
            } else {
                Receiver.answer(exchange, 204);
            }
        };
        try (Receiver receiver = Receiver.start(answers);
                Poster poster = poster(receiver.url(), SOON)) {
            assertThat(poster.post(EVENT)).isInstanceOf(Taken.class);
            assertThat(poster.post(EVENT)).isInstanceOf(Taken.class);
        }
    }

    private static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        while (true) {
            body.write(new byte[8_192]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense\r\n\r\n", "HTTP/1.1 \r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n", "SSH-2.0-x\r\n"})
    void whoSpeaksNoHttpHasFailed(String answer) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
                Poster poster = poster("http://127.0.0.1:%d".formatted(server.getLocalPort()), LONG)) {
            Thread speaker = Thread.ofVirtual().start(() -> speak(server, answer));

            assertThat(failed(poster.post(EVENT)).reason()).isNotBlank();
            speaker.join();
        }
    }

    private static void speak(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write(answer.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoIsNotThereHasFailedUntilItIs() throws IOException, InterruptedException {
        int port;
        try (Receiver gone = Receiver.start(Receiver.content())) {
            port = gone.port();
        }
        try (Poster poster = poster("http://127.0.0.1:%d".formatted(port), LONG)) {
            assertThat(failed(poster.post(EVENT)).reason()).contains("refused");
            try (Receiver receiver = Receiver.at(port, Receiver.content())) {
                assertThat(poster.post(EVENT)).isInstanceOf(Taken.class);
                assertThat(receiver.received()).hasSize(1);
            }
        }
    }

    @Test
    void aNameThatLeadsWhereItMayNotIsNotConnectedTo() throws IOException, InterruptedException {
        try (Receiver receiver = Receiver.start(Receiver.content())) {
            Target target = Target.of(
                    "oms",
                    GivenTarget.at("https://hooks.example.com:%d/".formatted(receiver.port())),
                    AllowedHosts.of(List.of("hooks.example.com"), List.of()));
            Route route = new Route(target, _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});
            try (Poster poster = new Poster(VERTX, target, route, LONG, Optional.empty())) {
                assertThat(failed(poster.post(EVENT)).reason()).contains("nothing is sent there");
            }
        }
    }

    /// Two names for this machine, of which the certificate has one.
    @Test
    void tlsIsSpokenWithTheHostOfTheUrlAndNobodyElse(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificate certificate = Certificate.of(folder, "localhost");
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        Route.Names names = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        try (Receiver receiver = Receiver.at(server, Receiver.content())) {
            assertThat(postedTo("https://localhost:%d/", receiver, names, Optional.of(certificate.pem())))
                    .isInstanceOf(Taken.class);
            assertThat(failed(postedTo("https://127.0.0.1:%d/", receiver, names, Optional.of(certificate.pem())))
                            .reason())
                    .contains("127.0.0.1");
            assertThat(failed(postedTo("https://localhost:%d/", receiver, names, Optional.empty()))
                            .reason())
                    .contains("certification path");
            assertThat(receiver.received()).hasSize(1);
        }
    }

    private static Outcome postedTo(String url, Receiver receiver, Route.Names names, Optional<Buffer> trusted)
            throws InterruptedException {
        Target target = GivenTarget.local("oms", url.formatted(receiver.port()));
        try (Poster poster = new Poster(VERTX, target, new Route(target, names), LONG, trusted)) {
            return poster.post(EVENT);
        }
    }
}
