package io.plimsoll.benchmarks.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.benchmarks.Benchmark;
import io.plimsoll.benchmarks.Folders;
import io.plimsoll.benchmarks.Report;
import io.plimsoll.benchmarks.evaluation.Accounts;
import io.plimsoll.benchmarks.evaluation.Kind;
import io.plimsoll.benchmarks.record.OpenLoop.Load;
import io.plimsoll.benchmarks.server.PackagedService;
import io.plimsoll.benchmarks.server.Server;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Recorded evaluations beside what-ifs, in one service, in turns: the highest rate that each sustains, and
/// what both take at the same rate.
///
/// Every request is about another account, so that each is a decision of its own to keep. The load is
/// open-loop.
public final class RecordBenchmark implements Benchmark {

    private static final String PATH = "/v1/evaluations?record=";
    private static final long SEED = 3;
    private static final double FIRST_RATE = 200;
    private static final double STEP = 1.25;

    /// Well under what either sustains on two cores that the load generator shares.
    private static final double COMMON_RATE = 200;

    @Override
    public Report run(boolean quick) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("plimsoll-bench-record");
        try (HttpClient client = HttpClient.newHttpClient();
                OpenLoop load = new OpenLoop();
                Server service = PackagedService.start(folder, PATH + true)) {
            String snapshot = new String(
                    SnapshotWriter.write(Accounts.of(Kind.HEALTHY_5, 1, SEED).getFirst()), UTF_8);
            service.awaitAnswer(client, snapshot.getBytes(UTF_8));
            return new Run(service.target(), load, snapshot, quick ? 3 : 10).report(quick ? 1 : 3);
        } finally {
            Folders.delete(folder);
        }
    }

    /// One run against one service.
    private record Run(URI service, OpenLoop load, String snapshot, int seconds) {

        Report report(int rounds) throws InterruptedException {
            System.err.println("Warming up …");
            at(false, COMMON_RATE, 3 * seconds);
            at(true, COMMON_RATE, 3 * seconds);
            List<Load> whatIfs = new ArrayList<>();
            List<Load> recorded = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                System.err.printf("%,.0f a second, round %d of %d …%n", COMMON_RATE, round, rounds);
                whatIfs.add(at(false, COMMON_RATE, seconds));
                recorded.add(at(true, COMMON_RATE, seconds));
            }
            Load whatIf = middle(whatIfs);
            Load record = middle(recorded);
            Load mostWhatIfs = highest(false);
            Load mostRecorded = highest(true);
            Map<String, Double> ratios = new LinkedHashMap<>();
            ratios.put("recorded_vs_what_if/throughput", mostRecorded.answered() / mostWhatIfs.answered());
            ratios.put("recorded_vs_what_if/median", (double) whatIf.medianNs() / record.medianNs());
            ratios.put("recorded_vs_what_if/p99", (double) whatIf.p99Ns() / record.p99Ns());
            return Report.here(
                    "record",
                    List.of(
                            row("what_if/common_rate", whatIf),
                            row("recorded/common_rate", record),
                            row("what_if/highest_rate", mostWhatIfs),
                            row("recorded/highest_rate", mostRecorded)),
                    ratios);
        }

        private Load highest(boolean recorded) throws InterruptedException {
            double rate = FIRST_RATE;
            Load best = at(recorded, rate, seconds);
            Load last = best;
            while (last.isSustained()) {
                best = last;
                rate *= STEP;
                System.err.printf("recorded=%s, %,.0f a second …%n", recorded, rate);
                last = at(recorded, rate, seconds);
            }
            return best;
        }

        private Load at(boolean recorded, double rate, int duration) throws InterruptedException {
            String run = UUID.randomUUID().toString();
            String[] parts = snapshot.split("\"id\":\"[^\"]+\"", 2);
            return load.run(
                    service.resolve(PATH + recorded),
                    number -> Buffer.buffer("%s\"id\":\"%s-%d\"%s".formatted(parts[0], run, number, parts[1])),
                    rate,
                    duration);
        }

        private static Load middle(List<Load> loads) {
            return loads.stream()
                    .sorted((a, b) -> Long.compare(a.medianNs(), b.medianNs()))
                    .toList()
                    .get(loads.size() / 2);
        }

        private static Report.Row row(String name, Load load) {
            return new Report.Row(name, load.medianNs(), load.p99Ns(), load.answered());
        }
    }
}
