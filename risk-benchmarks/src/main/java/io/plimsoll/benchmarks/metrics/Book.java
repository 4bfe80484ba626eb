package io.plimsoll.benchmarks.metrics;

import java.util.Locale;

/// What the accounts that are measured hold.
public enum Book {
    /// Linear perpetuals in real margin tiers: all amounts are decimals that end.
    LINEAR,
    /// Inverse perpetuals in the same tiers: every value is a quotient by another price.
    INVERSE,
    /// A third each of linear and inverse perpetuals with funding and of options, half of them written; as many debts
    /// that accrue as a tenth of the positions, and an order in every other instrument.
    MIXED;

    /// The name in a report.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
