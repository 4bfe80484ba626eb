package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the engines have to agree on: the margin ratio as its two terms, the thresholds that apply, and what is to be
/// done.
///
/// @param outcome what is to be done
/// @param maintenance the margin ratio's numerator
/// @param equity the margin ratio's denominator
/// @param callAt the margin ratio of a margin call; null if no rule set one
/// @param liquidateAt the margin ratio of a liquidation; null if no rule set one
/// @param minimumEquity the equity below which the client is called
/// @param called the amount of the margin call; 0 if there is none
record Verdict(
        Outcome outcome,
        BigDecimal maintenance,
        BigDecimal equity,
        @Nullable BigDecimal callAt,
        @Nullable BigDecimal liquidateAt,
        @Nullable BigDecimal minimumEquity,
        BigDecimal called) {

    enum Outcome {
        NOTHING,
        MARGIN_CALL,
        LIQUIDATION
    }

    Verdict {
        maintenance = Decimals.canonical(maintenance);
        equity = Decimals.canonical(equity);
        callAt = callAt == null ? null : Decimals.canonical(callAt);
        liquidateAt = liquidateAt == null ? null : Decimals.canonical(liquidateAt);
        minimumEquity = minimumEquity == null ? null : Decimals.canonical(minimumEquity);
        called = Decimals.canonical(called);
    }

    /// The same on every JVM, unlike the hash of an enum.
    static int sum(Stream<Verdict> verdicts) {
        return verdicts.map(Verdict::toString).mapToInt(String::hashCode).reduce(0, (sum, hash) -> 31 * sum + hash);
    }
}
