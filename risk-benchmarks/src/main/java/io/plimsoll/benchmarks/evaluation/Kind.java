package io.plimsoll.benchmarks.evaluation;

import java.util.Locale;

/// The accounts that are measured: how many positions they have, and how near to their limits they are.
///
/// The lowest limits of the standard rule set that can apply here call at a ratio of 0.7; all liquidate at 1.
public enum Kind {
    /// Far from every limit.
    HEALTHY_1(1, 0.05, 0.60),
    /// Far from every limit.
    HEALTHY_5(5, 0.05, 0.60),
    /// Far from every limit.
    HEALTHY_100(100, 0.05, 0.60),
    /// To be called.
    MARGIN_CALL(5, 0.91, 0.99),
    /// To be liquidated in part.
    LIQUIDATION(5, 1.01, 1.20),
    /// Anything, up to equity that is gone.
    MIXED(5, 0.0, 1.5);

    private final int positions;
    private final double lowestRatio;
    private final double highestRatio;

    Kind(int positions, double lowestRatio, double highestRatio) {
        this.positions = positions;
        this.lowestRatio = lowestRatio;
        this.highestRatio = highestRatio;
    }

    /// How many positions there are; of mixed accounts, how many at most.
    int positions() {
        return positions;
    }

    double lowestRatio() {
        return lowestRatio;
    }

    double highestRatio() {
        return highestRatio;
    }

    /// The name in a report.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
