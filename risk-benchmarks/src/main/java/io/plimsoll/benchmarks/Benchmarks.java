package io.plimsoll.benchmarks;

import io.plimsoll.benchmarks.evaluation.EvaluationBenchmark;
import io.plimsoll.benchmarks.exposure.ExposureBenchmark;
import io.plimsoll.benchmarks.metrics.MetricsBenchmark;
import io.plimsoll.benchmarks.monitor.MonitorBenchmark;
import io.plimsoll.benchmarks.order.OrderBenchmark;
import io.plimsoll.benchmarks.publish.PublishBenchmark;
import io.plimsoll.benchmarks.record.RecordBenchmark;
import io.plimsoll.benchmarks.reload.ReloadBenchmark;
import io.plimsoll.benchmarks.rest.RestBenchmark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Runs the benchmark that the first argument names.
///
/// Standard output carries the result and nothing else; progress goes to standard error.
public final class Benchmarks {

    private static final Map<String, Benchmark> BY_NAME = new TreeMap<>(Map.of(
            "evaluate",
            new EvaluationBenchmark(),
            "exposure",
            new ExposureBenchmark(),
            "metrics",
            new MetricsBenchmark(),
            "monitor",
            new MonitorBenchmark(),
            "publish",
            new PublishBenchmark(),
            "order-check",
            new OrderBenchmark(),
            "record",
            new RecordBenchmark(),
            "rest",
            new RestBenchmark(),
            "reload",
            new ReloadBenchmark()));

    private static final Set<String> FLAGS = Set.of("--json", "--quick");

    private Benchmarks() {}

    /// The command line: a name, then flags.
    public static void main(String... args) throws Exception {
        List<String> arguments = List.of(args);
        Benchmark benchmark = arguments.isEmpty() ? null : BY_NAME.get(arguments.getFirst());
        if (benchmark == null || !FLAGS.containsAll(arguments.subList(1, arguments.size()))) {
            System.err.printf("There is no such benchmark (%s).%n", String.join(" ", arguments));
            System.err.printf("Usage: ./plimsoll bench <%s> [--json] [--quick]%n", String.join("|", BY_NAME.keySet()));
            System.exit(2);
            return;
        }
        try {
            Report report = benchmark.run(arguments.contains("--quick"));
            System.out.println(arguments.contains("--json") ? report.json() : report.table());
        } catch (BenchmarkException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
