package io.plimsoll.model.threshold;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Position;
import java.math.BigDecimal;

/// Where threshold rules put what they set. The rule, its file and line, and the table rows that it joined are attached
/// by the engine; a rule can't state them, nor get them wrong.
///
/// Where two rules set the same kind and metric for the same scope, the more conservative one holds.
public interface ThresholdSink {

    /// Sets a threshold for an account as a whole.
    ///
    /// @throws IllegalArgumentException if the metric is not defined for the account, or the clear level is not on
    ///     the safe side of the limit
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
}
