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
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Killed at any moment under load, the service loses nothing that it has acknowledged, keeps nothing twice,
/// and answers a request that is sent again with what it answered before, if it did.
///
/// `-Dplimsoll.kills=1000` kills it as often, `-Dplimsoll.seed=7` at other moments. Without a number it is
/// killed 40 times, or on a slow machine as often as four minutes allow. No failure in N kills bounds the
/// rate of failure at about 3/N, with 95 % confidence. What a power failure would do is not tested by this:
/// the operating system keeps what a killed process has written.
final class KillIT {

    private static final Optional<Integer> ASKED = Optional.ofNullable(Integer.getInteger("plimsoll.kills"));
    private static final int KILLS = ASKED.orElse(40);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long SEED = Long.getLong("plimsoll.seed", 20_261_123L);
    private static final int CLIENTS = 8;

    @TempDir
    Path data;

    @Test
    void nothingAcknowledgedIsLostOrDoubledByKills() throws IOException, InterruptedException {
        Random moments = new Random(SEED);
        Ledger ledger = new Ledger();
        long start = System.nanoTime();
        int kills = 0;
        while (kills < KILLS && (ASKED.isPresent() || System.nanoTime() - start < PATIENCE.toNanos())) {
            kills++;
            ServiceProcess service = ServiceProcess.start(data);
            AtomicBoolean stopped = new AtomicBoolean();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(new Client(service, ledger, stopped));
            }
            Thread.sleep(50 + moments.nextInt(1_950));
            service.kill();
            stopped.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        try (ServiceProcess service = ServiceProcess.start(data)) {
            assertThat(ledger.acknowledged()).as("seed %d", SEED).hasSizeGreaterThan(kills);
            String export = new String(service.get("/v1/decisions/export").body(), UTF_8);
            everyAcknowledgedDecisionIsThere(export, ledger);
            everyRequestCanBeSentAgain(service, ledger);
            theChainIsWhole(service);
            System.out.printf(
                    "%d kills, seed %d: %,d requests, %,d acknowledged, 0 lost, 0 doubled.%n",
                    kills, SEED, ledger.asked().size(), ledger.acknowledged().size());
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

    private void theChainIsWhole(ServiceProcess service) throws IOException, InterruptedException {
        Path file = data.resolve("export.ndjson");
        Files.write(file, service.get("/v1/decisions/export").body());
        VerificationReport report = ExportVerifier.verify(
                file,
                new VerificationRequest(PublicKeys.NONE, List.of(data.resolve("checkpoints.ndjson")), 1, 0, false));
        assertThat(report.problems()).isEmpty();
    }
}
