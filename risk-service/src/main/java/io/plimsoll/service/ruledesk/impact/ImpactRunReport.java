package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.service.rulesets.DiagnosticDocument;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an impact run has found, as written.
///
/// @param impact over everything that was looked at; of stressed accounts each counts once for each shock
/// @param shocks the same for each shock; left out if there was none
/// @param curve what one number does; left out if that was not asked for
public record ImpactRunReport(
        ImpactDocument impact,
        @Nullable List<ShockDocument> shocks,
        @Nullable CurveDocument curve) {

    /// What a change would do after a shock.
    ///
    /// @param shock of all marks together, -0.3 for a fall by 30 %
    /// @param impact over the accounts after it
    public record ShockDocument(BigDecimal shock, ImpactDocument impact) {}

    /// What the change would do with other values of one number.
    ///
    /// @param file the table
    /// @param row name of the row
    /// @param column name of the column
    /// @param points one for each value, in the order in which they were given
    public record CurveDocument(String file, String row, String column, List<PointDocument> points) {}

    /// What the change would do with one value. Of a value that the checks refuse there are diagnostics alone.
    ///
    /// @param value as it would stand in the cell
    /// @param calls accounts that are called, and not liquidated
    /// @param liquidations accounts that are liquidated
    /// @param released accounts to which less is done than by the version that is live
    /// @param undecided accounts that can't be decided about
    /// @param cash that margin calls ask for, by currency
    /// @param notional of what liquidations sell, by currency
    /// @param diagnostics why the value is refused; left out if it is not
    public record PointDocument(
            String value,
            @Nullable Integer calls,
            @Nullable Integer liquidations,
            @Nullable Integer released,
            @Nullable Integer undecided,
            @Nullable List<AmountDocument> cash,
            @Nullable List<AmountDocument> notional,
            @Nullable List<DiagnosticDocument> diagnostics) {}

    /// Money.
    ///
    /// @param currency that it is in
    /// @param amount of it
    public record AmountDocument(String currency, BigDecimal amount) {}
}
