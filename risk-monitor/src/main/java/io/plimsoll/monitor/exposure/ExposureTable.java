package io.plimsoll.monitor.exposure;

import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What of the accounts of one currency is past thresholds of one kind.
///
/// @param kind what crossing the thresholds means
/// @param currency of the accounts, and of all amounts
/// @param watched how many accounts have a threshold of the kind
/// @param rows one for each shock, in ascending order
/// @param notionals of the same notional as in the rows, by instrument, one for each shock
public record ExposureTable(
        ThresholdKind kind,
        String currency,
        long watched,
        List<ExposureRow> rows,
        NavigableMap<String, List<BigDecimal>> notionals) {

    /// Keeps the order of rows, and instruments by identifier.
    public ExposureTable {
        rows = List.copyOf(rows);
        notionals = Collections.unmodifiableNavigableMap(new TreeMap<>(notionals));
    }
}
