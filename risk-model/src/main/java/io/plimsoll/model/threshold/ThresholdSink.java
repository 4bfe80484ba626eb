package io.plimsoll.model.threshold;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Position;
import java.math.BigDecimal;
import java.time.Instant;

/// Where threshold rules put what they set. The rule, its file and line, and the table rows that it joined
/// are attached by the engine; a rule can't state them, nor get them wrong.
///
/// Where two rules set the same kind and metric for the same scope, the more conservative one holds.
public interface ThresholdSink {

    /// Sets a threshold for an account as a whole.
    ///
    /// @throws IllegalArgumentException if the metric is not defined for the account, or the clear level is
    ///     not on the safe side of the limit
    void set(
            ThresholdKind kind,
            Account account,
            Metric metric,
            Comparison comparison,
            BigDecimal limit,
            BigDecimal clear);

    /// Sets a threshold for one position.
    ///
    /// @throws IllegalArgumentException as above
    void set(
            ThresholdKind kind,
            Position position,
            Metric metric,
            Comparison comparison,
            BigDecimal limit,
            BigDecimal clear);

    /// Sets a threshold for one allocation target.
    ///
    /// @throws IllegalArgumentException as above
    void set(
            ThresholdKind kind,
            AllocationTarget target,
            Metric metric,
            Comparison comparison,
            BigDecimal limit,
            BigDecimal clear);

    /// Sets a threshold whose limit moves on a straight line from one number to another between two moments,
    /// so that nobody is over it because of a keystroke. The limit holds as it is at the snapshot's own
    /// moment, with 18 decimals and rounded to the strict side. The clear level stands still.
    ///
    /// @throws IllegalArgumentException as above, or if the end is before the start
    void ramp(
            ThresholdKind kind,
            Account account,
            Metric metric,
            Comparison comparison,
            BigDecimal from,
            BigDecimal to,
            BigDecimal clear,
            Instant start,
            Instant end);

    /// Sets such a threshold for one position.
    ///
    /// @throws IllegalArgumentException as above, or if the end is before the start
    void ramp(
            ThresholdKind kind,
            Position position,
            Metric metric,
            Comparison comparison,
            BigDecimal from,
            BigDecimal to,
            BigDecimal clear,
            Instant start,
            Instant end);

    /// Sets such a threshold for one allocation target.
    ///
    /// @throws IllegalArgumentException as above, or if the end is before the start
    void ramp(
            ThresholdKind kind,
            AllocationTarget target,
            Metric metric,
            Comparison comparison,
            BigDecimal from,
            BigDecimal to,
            BigDecimal clear,
            Instant start,
            Instant end);
}
