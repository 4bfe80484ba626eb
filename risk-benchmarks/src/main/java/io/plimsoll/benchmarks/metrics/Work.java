package io.plimsoll.benchmarks.metrics;

/// What is computed of each account.
public enum Work {
    /// All metrics.
    METRICS(""),
    /// All metrics, and the liquidation price of every position.
    PRICES("/prices"),
    /// All metrics, and the smallest shock at which a threshold of the account trips.
    NEAREST("/nearest");

    private final String suffix;

    Work(String suffix) {
        this.suffix = suffix;
    }

    /// The end of the name in a report.
    String suffix() {
        return suffix;
    }
}
