package io.plimsoll.benchmarks.metrics;

import io.plimsoll.benchmarks.Benchmark;
import io.plimsoll.benchmarks.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/// All metrics of an account of 1, 10 and 100 positions, alone, with the liquidation price of each, and with
/// the search for the nearest threshold.
///
/// The peer is linear growth: a ratio is the time of ten times fewer positions, ten times over, by the time
/// of these. Below 1, the last positions cost more than the first.
public final class MetricsBenchmark implements Benchmark {

    private static final List<Integer> SIZES = List.of(1, 10, 100);

    @Override
    public Report run(boolean quick) throws RunnerException {
        List<Report.Row> rows = new ArrayList<>();
        Map<String, Double> growth = new LinkedHashMap<>();
        for (Book book : Book.values()) {
            for (Work work : Work.values()) {
                double before = Double.NaN;
                for (int size : SIZES) {
                    String label = "%s/%d%s".formatted(book.label(), size, work.suffix());
                    System.err.printf("%s …%n", label);
                    Statistics times = measure(book, size, work, quick);
                    double median = times.getPercentile(50);
                    rows.add(new Report.Row(
                            label, Math.round(median), Math.round(times.getPercentile(99)), 1e9 / times.getMean()));
                    if (size > 1) {
                        growth.put("vs_linear_growth/" + label, 10 * before / median);
                    }
                    before = median;
                }
            }
        }
        return Report.here("metrics", rows, growth);
    }

    private static Statistics measure(Book book, int positions, Work work, boolean quick) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(MetricsJmh.class.getName())
                .param("book", book.name())
                .param("positions", String.valueOf(positions))
                .param("work", work.name())
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(quick ? 1 : 3)
                .threads(1)
                .warmupIterations(quick ? 3 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xms1g", "-Xmx1g")
                .build();
        Runner runner = new Runner(options, OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT));
        return runner.runSingle().getPrimaryResult().getStatistics();
    }
}
