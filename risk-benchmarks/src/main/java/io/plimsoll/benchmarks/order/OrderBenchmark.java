package io.plimsoll.benchmarks.order;

import io.plimsoll.benchmarks.Benchmark;
import io.plimsoll.benchmarks.BenchmarkException;
import io.plimsoll.benchmarks.Folders;
import io.plimsoll.benchmarks.Report;
import io.plimsoll.benchmarks.record.OpenLoop;
import io.plimsoll.benchmarks.record.OpenLoop.Load;
import io.plimsoll.benchmarks.server.PackagedService;
import io.plimsoll.benchmarks.server.Server;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `POST /v1/orders/check` beside `POST /v1/evaluations?record=false` about the same accounts, in one
/// service, in turns: the highest rate that each sustains, and what each takes at the same rate.
///
/// The load is open-loop. Verdicts are of all kinds, or nothing is reported.
public final class OrderBenchmark implements Benchmark {

    private static final String CHECK = "/v1/orders/check";
    private static final String EVALUATION = "/v1/evaluations?record=false";
    private static final int QUESTIONS = 256;
    private static final long SEED = 3;
    private static final double FIRST_RATE = 200;
    private static final double STEP = 1.25;

    /// Well under what any case sustains on two cores that the load generator shares.
    private static final double COMMON_RATE = 200;

    private static final Pattern VERDICT = Pattern.compile("\"verdict\":\"(\\w+)\"");

    @Override
    public Report run(boolean quick) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("plimsoll-bench-order");
        try (HttpClient client = HttpClient.newHttpClient();
                OpenLoop load = new OpenLoop();
                Server service = PackagedService.start(folder, CHECK)) {
            List<Question> plain = Question.of(QUESTIONS, SEED, false);
            List<Question> resting = Question.of(QUESTIONS, SEED, true);
            requireAllVerdicts(client, service, plain);
            requireAllVerdicts(client, service, resting);
            Map<String, Case> cases = new LinkedHashMap<>();
            cases.put("what_if", new Case(service.target().resolve(EVALUATION), bodies(plain, false)));
            cases.put("order_check", new Case(service.target(), bodies(plain, true)));
            cases.put("order_check_beside_5_resting", new Case(service.target(), bodies(resting, true)));
            return report(load, cases, quick ? 3 : 10, quick ? 1 : 3);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Report report(OpenLoop load, Map<String, Case> cases, int seconds, int rounds)
            throws InterruptedException {
        System.err.println("Warming up …");
        for (Case each : cases.values()) {
            each.at(load, COMMON_RATE, 3 * seconds);
        }
        Map<String, List<Load>> loads = new TreeMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Case> each : cases.entrySet()) {
                System.err.printf("%s, %,.0f a second, round %d of %d …%n", each.getKey(), COMMON_RATE, round, rounds);
                loads.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                        .add(each.getValue().at(load, COMMON_RATE, seconds));
            }
        }
        List<Report.Row> rows = new ArrayList<>();
        Map<String, Load> common = new LinkedHashMap<>();
        Map<String, Load> highest = new LinkedHashMap<>();
        for (Map.Entry<String, Case> each : cases.entrySet()) {
            common.put(each.getKey(), middle(loads.getOrDefault(each.getKey(), List.of())));
            highest.put(each.getKey(), each.getValue().highest(load, seconds, each.getKey()));
        }
        common.forEach((name, at) -> rows.add(row(name + "/common_rate", at)));
        highest.forEach((name, at) -> rows.add(row(name + "/highest_rate", at)));
        return Report.here("order-check", rows, ratios(common, highest));
    }

    private static Map<String, Double> ratios(Map<String, Load> common, Map<String, Load> highest) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        Load whatIf = of(common, "what_if");
        Load check = of(common, "order_check");
        ratios.put(
                "order_check_vs_what_if/throughput",
                of(highest, "order_check").answered() / of(highest, "what_if").answered());
        ratios.put("order_check_vs_what_if/median", (double) whatIf.medianNs() / check.medianNs());
        ratios.put("order_check_vs_what_if/p99", (double) whatIf.p99Ns() / check.p99Ns());
        return ratios;
    }

    private static Load of(Map<String, Load> loads, String name) {
        Load load = loads.get(name);
        if (load == null) {
            throw new IllegalStateException("Every case was measured.");
        }
        return load;
    }

    private static void requireAllVerdicts(HttpClient client, Server service, List<Question> questions)
            throws IOException, InterruptedException {
        Map<String, Integer> verdicts = new TreeMap<>();
        for (Question question : questions) {
            byte[] answer = service.awaitAnswer(client, question.check().getBytes());
            Matcher verdict = VERDICT.matcher(new String(answer, StandardCharsets.UTF_8));
            verdicts.merge(verdict.find() ? verdict.group(1) : "none", 1, Integer::sum);
        }
        System.err.printf("Verdicts: %s%n", verdicts);
        if (verdicts.size() != 3) {
            throw new BenchmarkException("Not every verdict is among those asked for (%s).".formatted(verdicts));
        }
    }

    private static List<Buffer> bodies(List<Question> questions, boolean check) {
        return questions.stream()
                .map(question -> check ? question.check() : question.snapshot())
                .toList();
    }

    private static Load middle(List<Load> loads) {
        return loads.stream()
                .sorted(Comparator.comparingLong(Load::medianNs))
                .toList()
                .get(loads.size() / 2);
    }

    private static Report.Row row(String name, Load load) {
        return new Report.Row(name, load.medianNs(), load.p99Ns(), load.answered());
    }

    /// What is asked, and where.
    private record Case(URI target, List<Buffer> bodies) {

        Load at(OpenLoop load, double rate, int seconds) throws InterruptedException {
            return load.run(
                    target, number -> bodies.get((int) (number % bodies.size())).copy(), rate, seconds);
        }

        Load highest(OpenLoop load, int seconds, String name) throws InterruptedException {
            double rate = FIRST_RATE;
            Load best = at(load, rate, seconds);
            Load last = best;
            while (last.isSustained()) {
                best = last;
                rate *= STEP;
                System.err.printf("%s, %,.0f a second …%n", name, rate);
                last = at(load, rate, seconds);
            }
            return best;
        }
    }
}
