package io.plimsoll.service.live.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/// Somebody who is sent webhooks, on this machine.
final class Receiver implements AutoCloseable {

    /// How a request is answered, by which of them it is, from 1.
    interface Answers {

        void answer(HttpExchange exchange, int request) throws IOException;
    }

    /// What came.
    record Received(String id, long timestamp, String signature, String body, String host) {

        /// Whether somebody signed it who knows a secret, by a second implementation.
        boolean isSignedBy(String secret) {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            byte[] signed = "%s.%d.%s".formatted(id, timestamp, body).getBytes(UTF_8);
            String expected = "v1," + Base64.getEncoder().encodeToString(PlainHmac.sha256(key, signed));
            return List.of(signature.split(" ")).contains(expected);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private Receiver(HttpServer server, Answers answers) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                int request = receive(exchange);
                answers.answer(exchange, request);
            }
        });
        server.start();
    }

    static Receiver start(Answers answers) throws IOException {
        return at(0, answers);
    }

    static Receiver at(int port, Answers answers) throws IOException {
        return at(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0), answers);
    }

    /// By a server that is bound and has not begun.
    static Receiver at(HttpServer server, Answers answers) {
        return new Receiver(server, answers);
    }

    /// One that answers all with 204.
    static Answers content() {
        return (exchange, _) -> answer(exchange, 204);
    }

    static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private synchronized int receive(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                exchange.getRequestHeaders().getFirst("Host")));
        return received.size();
    }

    List<Received> received() {
        return received;
    }

    List<Received> received(Predicate<Received> which) {
        return received.stream().filter(which).toList();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:%d/hook?token=hidden".formatted(port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
