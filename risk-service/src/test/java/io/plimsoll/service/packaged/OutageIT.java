package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.packaged.Ledger.Acknowledged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// While the database is away, what has to be recorded is refused and what has not goes on; nothing
/// acknowledged is lost. The kill switch needs no database.
final class OutageIT {

    private static final int CLIENTS = 4;

    @TempDir
    Path data;

    @Test
    void theServiceOutlivesItsDatabase() throws IOException, InterruptedException {
        int killPort = ServiceProcess.freePort();
        try (ServiceProcess service = ServiceProcess.start(data, "-Dplimsoll.kill.port=" + killPort)) {
            Ledger ledger = new Ledger();
            AtomicBoolean stopped = new AtomicBoolean();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(new Client(service, ledger, stopped));
            }
            clientsAreAnswered(ledger);

            // Held in their place, its processes neither answer nor end: the worst way to be away.
            signal("STOP");
            clientsWait(ledger);
            whatIfsGoOn(service);
            theKillSwitchIsSet(killPort, "while the database hangs");
            signal("CONT");
            DatabaseProcess.find(data).destroyForcibly();
            recordedCallsAreRefusedWithAdvice(service);
            whatIfsGoOn(service);
            theKillSwitchIsSet(killPort, "while the database is away");

            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> ask(service, "").statusCode() == 200);
            clientsAreAnswered(ledger);
            stopped.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            everythingAcknowledgedIsThere(service, ledger);
            theKillSwitchIsInTheRecord(service);
        }
    }

    private static void theKillSwitchIsSet(int port, String reason) throws IOException, InterruptedException {
        HttpRequest kill = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/kill".formatted(port)))
                .header("Plimsoll-Person", "ola")
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(
                        "{\"scope\":{\"type\":\"ACCOUNT\",\"id\":\"%s\"},\"reason\":\"drill\"}".formatted(reason)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(kill, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains(reason);
        }
    }

    private static void theKillSwitchIsInTheRecord(ServiceProcess service) {
        Awaitility.await().untilAsserted(() -> {
            String export = new String(service.get("/v1/decisions/export").body(), UTF_8);
            assertThat(export)
                    .containsOnlyOnce("\"id\":\"while the database hangs\"")
                    .containsOnlyOnce("\"id\":\"while the database is away\"");
        });
    }

    private static void clientsAreAnswered(Ledger ledger) {
        int before = ledger.acknowledged().size();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> ledger.acknowledged().size() > before + 10 * CLIENTS);
    }

    private static void clientsWait(Ledger ledger) {
        AtomicInteger before = new AtomicInteger(-1);
        Awaitility.await().pollInterval(Duration.ofMillis(500)).until(() -> {
            int now = ledger.acknowledged().size();
            return before.getAndSet(now) == now;
        });
    }

    private static void recordedCallsAreRefusedWithAdvice(ServiceProcess service) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
            HttpResponse<byte[]> answer = ask(service, "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(new String(answer.body(), UTF_8)).contains("store-unavailable");
        });
    }

    private static void whatIfsGoOn(ServiceProcess service) throws IOException, InterruptedException {
        assertThat(ask(service, "?record=false").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<byte[]> ask(ServiceProcess service, String query)
            throws IOException, InterruptedException {
        return service.post("/v1/evaluations" + query, Client.JSON, Client.snapshot("outage-" + System.nanoTime()));
    }

    private static void everythingAcknowledgedIsThere(ServiceProcess service, Ledger ledger)
            throws IOException, InterruptedException {
        String export = new String(service.get("/v1/decisions/export").body(), UTF_8);
        assertThat(ledger.acknowledged()).isNotEmpty();
        for (Acknowledged decision : ledger.acknowledged().values()) {
            assertThat(export).containsOnlyOnce("\"body\":{\"id\":\"" + decision.decision());
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        for (ProcessHandle process : DatabaseProcess.all(data)) {
            Signals.send(name, process);
        }
    }
}
