package io.plimsoll.benchmarks.monitor;

import io.plimsoll.benchmarks.Report;
import java.util.Arrays;

/// How long each of many things took.
final class Times {

    private final long[] nanos;
    private int count;
    private long sum;

    Times(int most) {
        nanos = new long[most];
    }

    void add(long took) {
        nanos[count++] = took;
        sum += took;
    }

    double mean() {
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

    Report.Row row(String name) {
        return new Report.Row(name, quantile(0.5), quantile(0.99), 1e9 / mean());
    }
}
