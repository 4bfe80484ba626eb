package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.model.rule.ThresholdRow;
import java.math.BigDecimal;

/// Table rows as a Drools engineer would write them: one class for each table, its keys and numbers as fields.
public sealed interface PlainRow {

    /// A row of the margin table.
    record MarginRow(
            String segment,
            String instrumentClass,
            BigDecimal callAt,
            BigDecimal callClear,
            BigDecimal liquidateAt,
            BigDecimal liquidationClear)
            implements PlainRow {}

    /// A row of the equity table.
    record EquityRow(String segment, BigDecimal minimum, BigDecimal clear) implements PlainRow {}

    /// The same row of ours.
    static PlainRow of(ThresholdRow row) {
        return switch (row.getTable()) {
            case "margin" ->
                new MarginRow(
                        row.text("segment"),
                        row.text("instrument_class"),
                        row.number("margin_call"),
                        row.number("margin_call_clear"),
                        row.number("liquidation"),
                        row.number("liquidation_clear"));
            case "equity" ->
                new EquityRow(row.text("segment"), row.number("minimum_equity"), row.number("minimum_equity_clear"));
            default -> throw new IllegalArgumentException("There is no such table (%s).".formatted(row.getTable()));
        };
    }
}
