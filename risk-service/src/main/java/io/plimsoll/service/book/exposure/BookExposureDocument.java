package io.plimsoll.service.book.exposure;

import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.exposure.ExposureRow;
import io.plimsoll.monitor.exposure.ExposureTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of the book is past its thresholds after shocks.
///
/// @param ruleSetVersion content digest of the version that drew the thresholds
/// @param asOf time of the newest mark; left out if there is none
/// @param direction the mark that moves alone, or `joint`
/// @param accounts how many were evaluated
/// @param leftOut how many were not, because the book lacks something, or the rules can't decide about them
/// @param firstLeftOut the first of them, by identifier
/// @param tables one for each kind and currency, in this order
public record BookExposureDocument(
        String ruleSetVersion,
        @Nullable Instant asOf,
        String direction,
        long accounts,
        long leftOut,
        List<LeftOutDocument> firstLeftOut,
        List<ExposureTableDocument> tables) {

    /// An account that could not be evaluated.
    ///
    /// @param account which
    /// @param type of the problem
    /// @param detail why, and how to mend it
    public record LeftOutDocument(String account, String type, String detail) {}

    /// What of the accounts of one currency is past thresholds of one kind.
    ///
    /// @param kind what crossing the thresholds means
    /// @param currency of all amounts
    /// @param watched how many accounts have a threshold of the kind
    /// @param shocks one row for each, in ascending order
    /// @param instruments the notional by instrument; left out unless asked for
    public record ExposureTableDocument(
            ThresholdKind kind,
            String currency,
            long watched,
            List<ExposureRowDocument> shocks,
            @Nullable List<InstrumentNotionalDocument> instruments) {

        static ExposureTableDocument of(ExposureTable table, boolean isByInstrument) {
            return new ExposureTableDocument(
                    table.kind(),
                    table.currency(),
                    table.watched(),
                    table.rows().stream().map(ExposureRowDocument::of).toList(),
                    isByInstrument
                            ? table.notionals().entrySet().stream()
                                    .map(each -> new InstrumentNotionalDocument(each.getKey(), each.getValue()))
                                    .toList()
                            : null);
        }
    }

    /// What is past thresholds after one shock.
    ///
    /// @param shock the share by which marks move, times their betas
    /// @param accounts how many are past one
    /// @param newAccounts how many of them are not at present
    /// @param notional of the positions that these thresholds are about
    /// @param debt that these thresholds are about
    /// @param deficit the money that brings the accounts back to their limits
    /// @param shortfall how far equity is below 0
    public record ExposureRowDocument(
            BigDecimal shock,
            long accounts,
            long newAccounts,
            BigDecimal notional,
            BigDecimal debt,
            BigDecimal deficit,
            BigDecimal shortfall) {

        static ExposureRowDocument of(ExposureRow row) {
            return new ExposureRowDocument(
                    row.shock(),
                    row.accounts(),
                    row.newAccounts(),
                    row.notional(),
                    row.debt(),
                    row.deficit(),
                    row.shortfall());
        }
    }

    /// What of the notional is in one instrument.
    ///
    /// @param instrument which
    /// @param notional one for each shock
    public record InstrumentNotionalDocument(String instrument, List<BigDecimal> notional) {}
}
