package io.plimsoll.service.guard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Callers;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.caller.identification.DirectIdentification;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The kill switch on a port of its own, with threads of its own: it answers when all others are busy, and
/// without the database. Lifting is not urgent, and is done at `/v1/kill/lift` of the service.
@Singleton
public final class KillPort {

    private static final Logger LOG = Logger.getLogger(KillPort.class);
    private static final String PATH = "/v1/kill";

    /// More than one, so that a slow client does not keep the others out.
    private static final int THREADS = 4;

    private static final int BACKLOG = 16;
    private static final int MAX_SECONDS = 5;

    static {
        // Read by the JDK's server when its first instance is made.
        System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(MAX_SECONDS));
        System.setProperty("sun.net.httpserver.maxRspTime", Integer.toString(MAX_SECONDS));
    }

    private final KillDoor door;
    private final DirectIdentification identification;
    private final KillSettings settings;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    KillPort(KillDoor door, DirectIdentification identification, KillSettings settings) {
        this.door = door;
        this.identification = identification;
        this.settings = settings;
    }

    void start(@Observes @Priority(KillKeeper.EARLY + 1) StartupEvent event) throws IOException {
        if (!settings.enabled()) {
            return;
        }
        if (!identification.isPossible(settings.token())) {
            LOG.warn("The kill switch has no port of its own: plimsoll.kill.token is not set. /v1/kill is there.");
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("kill-switch-", 1).factory());
        HttpServer opened = open();
        opened.setExecutor(executor);
        opened.createContext("/", this::answer);
        opened.start();
        threads = executor;
        server = opened;
        LOG.infof("The kill switch listens on http://%s:%d%s.", settings.host(), port(), PATH);
    }

    private HttpServer open() throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
        } catch (IOException e) {
            throw new IOException(
                    "The kill switch can't listen on %s:%d (%s). Maybe another service does: set plimsoll.kill.port."
                            .formatted(settings.host(), settings.port(), e.getMessage()),
                    e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        Optional.ofNullable(server).ifPresent(each -> each.stop(0));
        Optional.ofNullable(threads).ifPresent(ExecutorService::shutdownNow);
    }

    /// Where it listens.
    ///
    /// @throws IllegalStateException if it does not
    int port() {
        return Optional.ofNullable(server)
                .map(each -> each.getAddress().getPort())
                .orElseThrow(() -> new IllegalStateException("The kill switch has no port."));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answered(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = JsonWriter.write(answer.document());
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private record Answer(int status, String type, Map<String, String> headers, Record document) {

        static Answer of(Record document) {
            return new Answer(200, "application/json", Map.of(), document);
        }

        static Answer of(ProblemException problem) {
            return new Answer(problem.type().status(), Problems.MEDIA_TYPE, problem.headers(), problem.document());
        }
    }

    private Answer answered(HttpExchange exchange) {
        try {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                throw new ProblemException(
                        ProblemType.NOT_FOUND,
                        "This port has %s alone. Maybe the service's other port was meant.".formatted(PATH));
            }
            return switch (exchange.getRequestMethod()) {
                case "POST" -> Answer.of(door.kill(caller(exchange), SentBody.read(exchange.getRequestBody())));
                case "GET" -> {
                    caller(exchange).require(Role.OPERATOR, "The kill switch");
                    yield Answer.of(door.kills());
                }
                default ->
                    throw new ProblemException(
                            ProblemType.METHOD_NOT_ALLOWED,
                            "Maybe use one of these methods: GET, POST.",
                            Map.of("Allow", "GET, POST"));
            };
        } catch (ProblemException e) {
            return Answer.of(e);
        } catch (RuntimeException e) {
            return Answer.of(Problems.of(e));
        }
    }

    private Caller caller(HttpExchange exchange) {
        return identification.of(
                headers(exchange, "Authorization"),
                headers(exchange, Callers.HEADER),
                settings.token(),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static List<String> headers(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getOrDefault(name, List.of());
    }
}
