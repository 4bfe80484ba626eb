package io.plimsoll.benchmarks.monitor;

import io.plimsoll.benchmarks.Report;
import java.util.Arrays;

/// How long each of many things took.
public final class Times {

    private final long[] nanos;
    private int count;
    private long sum;

    /// @param most how many there may be
    public Times(int most) {
        nanos = new long[most];
    }

    /// Adds how long one took, in ns.
    public void add(long took) {
        nanos[count++] = took;
        sum += took;
    }

    /// The mean, in ns.
    public double mean() {
        return (double) sum / count;
    }

    long worst() {
        return quantile(1);
    }

    /// The duration that this share did not exceed.
    long quantile(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) (share * count))];
    }

    /// As a row of a report.
    public Report.Row row(String name) {
        return new Report.Row(name, quantile(0.5), quantile(0.99), 1e9 / mean());
    }
}
