package io.plimsoll.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.packaged.Ledger.Acknowledged;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Told to stop, the service stops first and its database after it, whenever that is; nothing is left running.
///
/// `-Dplimsoll.stops=50` stops it as often under load and while it starts, `-Dplimsoll.seed=7` at other
/// moments.
final class StopIT {

    private static final int STOPS = Integer.getInteger("plimsoll.stops", 1);
    private static final long SEED = Long.getLong("plimsoll.seed", 20_261_123L);
    private static final int CLIENTS = 4;

    /// Longer than the start of a Java process, shorter than that of the service.
    private static final int START_MILLIS = 5_000;

    private final Random moments = new Random(SEED);

    @TempDir
    Path data;

    @Test
    void underLoadItStopsInOrder() throws IOException, InterruptedException {
        Ledger ledger = new Ledger();
        for (int stop = 0; stop < STOPS; stop++) {
            ServiceProcess service = ServiceProcess.start(data);
            AtomicBoolean stopped = new AtomicBoolean();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(new Client(service, ledger, stopped));
            }
            int before = ledger.acknowledged().size();
            Awaitility.await().until(() -> ledger.acknowledged().size() > before + moments.nextInt(500));
            List<ProcessHandle> processes = new ArrayList<>(DatabaseProcess.all(data));
            processes.addAll(service.children());

            String signal = signal(stop);
            assertThat(service.end(signal)).as(service.output()).isEqualTo(signal.equals("INT") ? 130 : 143);

            stopped.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(service.output()).contains("stopped in");
            nothingIsLeft(processes);
        }
        theDatabaseWasStoppedInOrder();
        try (ServiceProcess service = ServiceProcess.start(data)) {
            String export = new String(service.get("/v1/decisions/export").body(), StandardCharsets.UTF_8);
            for (Acknowledged decision : ledger.acknowledged().values()) {
                assertThat(export).containsOnlyOnce("\"body\":{\"id\":\"" + decision.decision());
            }
        }
    }

    @Test
    void whileItStartsItStops() throws IOException, InterruptedException {
        for (int stop = 0; stop < STOPS; stop++) {
            ServiceProcess service = ServiceProcess.launch(data);
            TimeUnit.MILLISECONDS.sleep(moments.nextInt(START_MILLIS));
            service.end(signal(stop));
            nothingIsLeft(List.of());
        }
    }

    @Test
    void withoutAPortItSaysSoAndStops() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServiceProcess service = ServiceProcess.launch(data, "-Dquarkus.http.port=" + taken.getLocalPort());
            assertThat(service.awaitEnd()).isEqualTo(1);
            assertThat(service.output()).contains("Port %d seems to be in use".formatted(taken.getLocalPort()));
        }
        nothingIsLeft(List.of());
        theDatabaseWasStoppedInOrder();
    }

    private static String signal(int stop) throws IOException {
        return stop % 2 == 0 || Signals.isInterruptIgnored() ? "TERM" : "INT";
    }

    private void nothingIsLeft(List<ProcessHandle> processes) {
        assertThat(DatabaseProcess.left(data)).isEmpty();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        // One that has ended, and that nobody has asked for its end, has no command any more.
        assertThat(processes).noneMatch(process -> process.info().command().isPresent());
    }

    private void theDatabaseWasStoppedInOrder() throws IOException {
        assertThat(Files.readString(data.resolve("postgres.log")))
                .contains("database system is shut down")
                .doesNotContain("not properly shut down")
                .doesNotContain("terminating connection");
    }
}
