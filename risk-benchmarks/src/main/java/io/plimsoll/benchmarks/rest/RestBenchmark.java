package io.plimsoll.benchmarks.rest;

import io.plimsoll.benchmarks.Benchmark;
import io.plimsoll.benchmarks.Folders;
import io.plimsoll.benchmarks.Report;
import io.plimsoll.benchmarks.evaluation.Accounts;
import io.plimsoll.benchmarks.evaluation.Kind;
import io.plimsoll.benchmarks.rest.Wrk.Load;
import io.plimsoll.benchmarks.server.PackagedService;
import io.plimsoll.benchmarks.server.Server;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// `POST /v1/evaluations?record=false` of the packaged service beside a bare server that answers the same
/// bytes.
///
/// Both get the same requests from wrk in turns, so that a busy minute of the machine hits both alike.
public final class RestBenchmark implements Benchmark {

    private static final String SERVICE = "plimsoll_evaluations";
    private static final String ECHO = "bare_echo";
    private static final long SEED = 3;

    /// A service that has just started compiles more than it serves.
    private static final int WARM_UP_SECONDS = 30;

    @Override
    public Report run(boolean quick) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("plimsoll-bench-rest");
        try {
            return measure(folder, quick);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Report measure(Path folder, boolean quick) throws IOException, InterruptedException {
        byte[] body = SnapshotWriter.write(Accounts.of(Kind.HEALTHY_5, 1, SEED).getFirst());
        Path request = Files.write(folder.resolve("request.json"), body);
        Wrk wrk = Wrk.posting(folder, request);
        try (HttpClient client = HttpClient.newHttpClient();
                Server service = PackagedService.start(folder, "/v1/evaluations?record=false")) {
            byte[] answer = service.awaitAnswer(client, body);
            try (Server echo = echo(folder, Files.write(folder.resolve("answer.json"), answer))) {
                echo.awaitAnswer(client, body);
                System.err.printf("Posting %,d bytes, answered by %,d.%n", body.length, answer.length);
                return measure(wrk, Map.of(SERVICE, service, ECHO, echo), quick);
            }
        }
    }

    private static Report measure(Wrk wrk, Map<String, Server> servers, boolean quick)
            throws IOException, InterruptedException {
        int seconds = quick ? 2 : 6;
        int rounds = quick ? 2 : 5;
        for (Server server : servers.values()) {
            System.err.printf("Warming up %s …%n", server.target());
            wrk.run(server.target(), WARM_UP_SECONDS);
        }
        Map<String, List<Load>> loads = new TreeMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Server> server : servers.entrySet()) {
                System.err.printf("%s, round %d of %d …%n", server.getKey(), round, rounds);
                loads.computeIfAbsent(server.getKey(), name -> new ArrayList<>())
                        .add(wrk.run(server.getValue().target(), seconds));
            }
        }
        List<Report.Row> rows = new ArrayList<>();
        loads.forEach((name, rounded) -> rows.add(new Report.Row(
                name,
                middle(rounded, Load::medianNs),
                middle(rounded, Load::p99Ns),
                middle(rounded, load -> Math.round(load.perSecond())))));
        Report.Row theirs = rows.getFirst();
        Report.Row ours = rows.getLast();
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("vs_bare_echo", ours.perSecond() / theirs.perSecond());
        ratios.put("vs_bare_echo/median", (double) theirs.medianNs() / ours.medianNs());
        ratios.put("vs_bare_echo/p99", (double) theirs.p99Ns() / ours.p99Ns());
        return Report.here("rest", rows, ratios);
    }

    private static Server echo(Path folder, Path answer) throws IOException {
        int port = Server.freePort();
        return Server.start(
                folder,
                folder.resolve("echo.log"),
                URI.create("http://127.0.0.1:%d/".formatted(port)),
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        EchoServer.class.getName(),
                        String.valueOf(port),
                        answer.toString()));
    }

    private static long middle(List<Load> loads, ToLongFunction<Load> read) {
        return loads.stream()
                .map(read::applyAsLong)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(loads.size() / 2);
    }
}
