package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.packaged.Ledger.Acknowledged;
import java.io.IOException;
import java.net.http.HttpResponse;
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
/// acknowledged is lost.
final class OutageIT {

    private static final int CLIENTS = 4;

    @TempDir
    Path data;

    @Test
    void theServiceOutlivesItsDatabase() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(data)) {
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
            signal("CONT");
            DatabaseProcess.find(data).destroyForcibly();
            recordedCallsAreRefusedWithAdvice(service);
            whatIfsGoOn(service);

            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> ask(service, "").statusCode() == 200);
            clientsAreAnswered(ledger);
            stopped.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            everythingAcknowledgedIsThere(service, ledger);
        }
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
