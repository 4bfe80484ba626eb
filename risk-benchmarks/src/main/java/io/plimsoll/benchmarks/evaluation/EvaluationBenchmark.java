package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.benchmarks.Benchmark;
import io.plimsoll.benchmarks.Machine;
import io.plimsoll.benchmarks.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;

/// The same decision by plain Drools and by ours, on one thread.
///
/// Rounds are interleaved: each runs every engine once, in a JVM of its own, so that a busy minute of the machine hits
/// all engines alike. A ratio is the middle one of the rounds.
public final class EvaluationBenchmark implements Benchmark {

    private static final List<String> COMPARED = List.of("plain_new_session", "plain_pooled", "plimsoll");

    /// A kind of account and a length of the margin table.
    private record Case(Kind kind, int rows) {
        String label() {
            return "%s/%d_rows".formatted(kind.label(), rows);
        }
    }

    private static final List<Case> QUICK =
            List.of(new Case(Kind.HEALTHY_5, 6), new Case(Kind.HEALTHY_5, 1_000), new Case(Kind.LIQUIDATION, 6));

    private static final List<Case> ALL = List.of(
            new Case(Kind.HEALTHY_1, 6),
            new Case(Kind.HEALTHY_5, 6),
            new Case(Kind.HEALTHY_5, 1_000),
            new Case(Kind.HEALTHY_100, 6),
            new Case(Kind.MARGIN_CALL, 6),
            new Case(Kind.MARGIN_CALL, 1_000),
            new Case(Kind.LIQUIDATION, 6),
            new Case(Kind.LIQUIDATION, 1_000));

    @Override
    public Report run(boolean quick) throws RunnerException {
        Map<Integer, Integer> sums = new LinkedHashMap<>();
        List<Case> cases = quick ? QUICK : ALL;
        for (Case measured : cases) {
            sums.computeIfAbsent(measured.rows(), rows -> Agreement.check(COMPARED, rows));
        }
        int rounds = quick ? 1 : 3;
        List<String> engines = new ArrayList<>(COMPARED);
        if (!quick) {
            engines.add("plimsoll_json");
        }
        List<Report.Row> rows = new ArrayList<>();
        Map<String, Double> versusPooled = new LinkedHashMap<>();
        Map<String, Double> versusNew = new LinkedHashMap<>();
        for (Case measured : cases) {
            Map<String, List<Statistics>> times = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (String engine : engines) {
                    System.err.printf("%s %s, round %d of %d …%n", measured.label(), engine, round + 1, rounds);
                    times.computeIfAbsent(engine, name -> new ArrayList<>())
                            .add(measure(measured, engine, sums.getOrDefault(measured.rows(), 0)));
                }
            }
            times.forEach((engine, rounded) -> rows.add(row(measured.label() + "/" + engine, rounded)));
            versusPooled.put(measured.label(), ratio(times, "plain_pooled"));
            versusNew.put(measured.label(), ratio(times, "plain_new_session"));
        }
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("vs_pooled_drools", geometricMean(versusPooled));
        ratios.put("vs_new_session", geometricMean(versusNew));
        versusPooled.forEach((label, ratio) -> ratios.put("vs_pooled_drools/" + label, ratio));
        versusNew.forEach((label, ratio) -> ratios.put("vs_new_session/" + label, ratio));
        return Report.here("evaluate", rows, ratios);
    }

    private static Statistics measure(Case measured, String engine, int sum) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(EvaluationJmh.class.getName())
                .param("engine", engine)
                .param("rows", String.valueOf(measured.rows()))
                .param("kind", measured.kind().name())
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .threads(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .jvmArgsAppend(
                        "-Xms1g",
                        "-Xmx1g",
                        "-Dplimsoll.root=" + Machine.root(),
                        "-D%s=%d".formatted(EvaluationJmh.SUM, sum))
                .build();
        Runner runner = new Runner(options, OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT));
        Result<?> result = runner.runSingle().getPrimaryResult();
        return result.getStatistics();
    }

    private static Report.Row row(String name, List<Statistics> rounds) {
        MultisetStatistics all = new MultisetStatistics();
        for (Statistics round : rounds) {
            round.getRawData().forEachRemaining(entry -> all.addValue(entry.getKey(), entry.getValue()));
        }
        return new Report.Row(
                name, Math.round(all.getPercentile(50)), Math.round(all.getPercentile(99)), 1e9 / all.getMean());
    }

    private static double ratio(Map<String, List<Statistics>> times, String peer) {
        List<Statistics> ours = times.getOrDefault("plimsoll", List.of());
        List<Statistics> theirs = times.getOrDefault(peer, List.of());
        double[] ratios = new double[ours.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] =
                    theirs.get(round).getPercentile(50) / ours.get(round).getPercentile(50);
        }
        Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    private static double geometricMean(Map<String, Double> ratios) {
        return Math.exp(
                ratios.values().stream().mapToDouble(Math::log).average().orElse(Double.NaN));
    }
}
