package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.packaged.Ledger.Acknowledged;
import io.plimsoll.service.record.chain.PublicKeys;
import io.plimsoll.service.record.export.ExportVerifier;
import io.plimsoll.service.record.export.VerificationReport;
import io.plimsoll.service.record.export.VerificationRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Killed at any moment under load, the service loses nothing that it has acknowledged, keeps nothing twice
/// or by half, and answers a request that is sent again with what it answered before, if it did. That goes
/// for decisions and for versions that are made live at the rule desk meanwhile. Now and then the last
/// checkpoint in the file is torn as well, as a machine without power can leave it.
///
/// `-Dplimsoll.kills=1000` kills it as often, `-Dplimsoll.seed=7` at other moments. Without a number it is
/// killed 40 times, or on a slow machine as often as two minutes allow. No failure in N kills bounds the
/// rate of failure at about 3/N, with 95 % confidence. What a power failure would do is not tested by this:
/// the operating system keeps what a killed process has written.
final class KillIT {

    private static final Optional<Integer> ASKED = Optional.ofNullable(Integer.getInteger("plimsoll.kills"));
    private static final int KILLS = ASKED.orElse(40);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /// More than enough for one.
    private static final Duration A_PUBLICATION = Duration.ofMinutes(4);
    private static final long SEED = Long.getLong("plimsoll.seed", 20_261_123L);
    private static final int CLIENTS = 8;
    /// With rules that take little time to compile: a start is most of what a kill costs.
    private static final String[] DESK = {
        "-Dplimsoll.rules.folder=src/test/resources/desk-walks",
        "-Dplimsoll.rules.source=desk",
        "-Dplimsoll.desk.impact-accounts=20"
    };

    @TempDir
    Path data;

    @Test
    void nothingAcknowledgedIsLostOrDoubledByKills() throws IOException, InterruptedException {
        Random moments = new Random(SEED);
        Ledger ledger = new Ledger();
        Versions versions = new Versions();
        long start = System.nanoTime();
        int kills = 0;
        while (kills < KILLS && (ASKED.isPresent() || System.nanoTime() - start < PATIENCE.toNanos())) {
            kills++;
            ServiceProcess service = ServiceProcess.start(data, DESK);
            versions.holdAgainst(service);
            AtomicBoolean stopped = new AtomicBoolean();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
            int asked = versions.requests();
            clients.execute(new Publisher(service, versions, stopped, moments.nextLong()));
            int within = 1_950;
            if (kills == 1) {
                // It has to be known how long it takes.
                Awaitility.await().atMost(A_PUBLICATION).until(() -> versions.count() > 0);
            } else if (kills % 2 == 0) {
                Awaitility.await().atMost(A_PUBLICATION).until(() -> versions.requests() > asked);
                // Clients make it slower.
                within = versions.lastMillis() * 4;
            }
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(new Client(service, ledger, stopped));
            }
            // Waiting for nothing: the moment is what is drawn.
            TimeUnit.MILLISECONDS.sleep(50 + moments.nextInt(1 + within));
            service.kill();
            stopped.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            if (moments.nextInt(3) == 0) {
                tearLastCheckpoint(1 + moments.nextInt(100));
            }
        }
        try (ServiceProcess service = ServiceProcess.start(data, DESK)) {
            versions.holdAgainst(service);
            assertThat(versions.count()).as("seed %d", SEED).isPositive();
            assertThat(ledger.acknowledged()).as("seed %d", SEED).hasSizeGreaterThan(kills);
            String export = new String(service.get("/v1/decisions/export").body(), UTF_8);
            everyAcknowledgedDecisionIsThere(export, ledger);
            versions.holdAgainst(export);
            everyRequestCanBeSentAgain(service, ledger);
            theChainIsWhole(service);
            System.out.printf(
                    "%d kills, seed %d: %,d requests, %,d acknowledged; %s; 0 lost, 0 doubled, 0 half-written.%n",
                    kills, SEED, ledger.asked().size(), ledger.acknowledged().size(), versions.figures());
        }
    }

    private static void everyAcknowledgedDecisionIsThere(String export, Ledger ledger) {
        List<String> kept = decisions(export).toList();
        assertThat(kept).as("seed %d", SEED).doesNotHaveDuplicates();
        assertThat(kept)
                .as("seed %d", SEED)
                .containsAll(ledger.acknowledged().values().stream()
                        .map(Acknowledged::decision)
                        .toList());
    }

    private static Stream<String> decisions(String export) {
        String start = "\"body\":{\"id\":\"";
        return export.lines().filter(line -> line.contains(start)).map(line -> {
            int at = line.indexOf(start) + start.length();
            return line.substring(at, line.indexOf('"', at));
        });
    }

    /// Those that were cut off, too: each is one decision from now on.
    private static void everyRequestCanBeSentAgain(ServiceProcess service, Ledger ledger)
            throws IOException, InterruptedException {
        for (Map.Entry<String, byte[]> request : ledger.asked().entrySet()) {
            HttpResponse<byte[]> answer = Client.ask(service, request.getKey(), request.getValue());
            assertThat(answer.statusCode()).isEqualTo(200);
            Acknowledged before = ledger.acknowledged().get(request.getKey());
            if (before != null) {
                assertThat(new String(answer.body(), UTF_8)).isEqualTo(before.answer());
            }
        }
        String export = new String(service.get("/v1/decisions/export").body(), UTF_8);
        assertThat(decisions(export)).hasSize(ledger.asked().size()).doesNotHaveDuplicates();
    }

    private void tearLastCheckpoint(int bytes) throws IOException {
        Path file = data.resolve("checkpoints.ndjson");
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(Math.max(0, channel.size() - bytes));
            }
        }
    }

    private void theChainIsWhole(ServiceProcess service) throws IOException, InterruptedException {
        // Before the export, which need not hold what is signed after it.
        Path checkpoints = Files.copy(data.resolve("checkpoints.ndjson"), data.resolve("kept.ndjson"));
        Path file = data.resolve("export.ndjson");
        Files.write(file, service.get("/v1/decisions/export").body());
        VerificationReport report = ExportVerifier.verify(
                file, new VerificationRequest(PublicKeys.NONE, List.of(checkpoints), 1, 0, false));
        assertThat(report.problems()).isEmpty();
    }
}
