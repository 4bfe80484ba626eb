package io.plimsoll.benchmarks.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Where the plain rules put what they find about one account.
public final class PlainResult {

    private static final int AMOUNT_SCALE = 8;

    private BigDecimal maintenance = BigDecimal.ZERO;
    private BigDecimal equity = BigDecimal.ZERO;
    private @Nullable BigDecimal callAt;
    private @Nullable BigDecimal liquidateAt;
    private @Nullable BigDecimal minimumEquity;
    private BigDecimal called = BigDecimal.ZERO;
    private Verdict.Outcome outcome = Verdict.Outcome.NOTHING;

    /// The margin ratio, as its two terms, and the minimum equity.
    public void margin(BigDecimal maintenanceMargin, BigDecimal ofEquity, BigDecimal minimum) {
        maintenance = maintenanceMargin;
        equity = ofEquity;
        minimumEquity = minimum;
    }

    /// The thresholds of the margin ratio; null where there are no positions.
    public void thresholds(@Nullable BigDecimal call, @Nullable BigDecimal liquidate) {
        callAt = call;
        liquidateAt = liquidate;
    }

    /// The client must add this much; the largest of several calls holds.
    public void marginCall(BigDecimal amount) {
        called = called.max(amount);
        outcome = Verdict.Outcome.MARGIN_CALL;
    }

    /// The client must add what brings the margin ratio to its clear level; the largest of several calls holds.
    public void marginCall(BigDecimal maintenanceMargin, BigDecimal ofEquity, BigDecimal clear) {
        marginCall(maintenanceMargin.subtract(ofEquity.multiply(clear)).divide(clear, AMOUNT_SCALE, RoundingMode.UP));
    }

    /// Positions must be closed.
    public void liquidate() {
        outcome = Verdict.Outcome.LIQUIDATION;
    }

    Verdict verdict() {
        return new Verdict(outcome, maintenance, equity, callAt, liquidateAt, minimumEquity, called);
    }
}
