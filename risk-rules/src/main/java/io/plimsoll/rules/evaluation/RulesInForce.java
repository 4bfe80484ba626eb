package io.plimsoll.rules.evaluation;

import io.plimsoll.model.rule.Period;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.engine.CompiledRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules with those rows alone that are in force at a time: a rule can't forget to look at the dates.
///
/// Between two neighbouring dates the same rows are in force, so there is one set of sessions for each such period. It
/// is made when a snapshot first needs it; nothing is compiled for it. Safe for use by many threads.
final class RulesInForce implements AutoCloseable {

    private final CompiledRules all;
    private final List<ThresholdRow> rows;
    private final TreeSet<Instant> dates = new TreeSet<>();
    private final Map<Period, CompiledRules> periods = new ConcurrentHashMap<>();

    /// @param all with all rows; closed with this
    RulesInForce(CompiledRules all, List<ThresholdRow> rows) {
        this.all = all;
        this.rows = List.copyOf(rows);
        rows.stream()
                .map(ThresholdRow::inForce)
                .flatMap(period -> Stream.of(period.from(), period.until()))
                .filter(Objects::nonNull)
                .forEach(dates::add);
    }

    /// The rules with all rows, for sharing what was compiled. Not for firing.
    CompiledRules compiled() {
        return all;
    }

    /// The rules with the rows in force.
    ///
    /// @throws IllegalStateException if this was closed
    CompiledRules at(Instant instant) {
        if (dates.isEmpty()) {
            return all;
        }
        @Nullable Instant from = dates.floor(instant);
        @Nullable Instant until = dates.higher(instant);
        return periods.computeIfAbsent(new Period(from, until), period -> withRowsAt(instant));
    }

    private CompiledRules withRowsAt(Instant instant) {
        return all.withRows(
                rows.stream().filter(row -> row.inForce().contains(instant)).toList());
    }

    @Override
    public void close() {
        periods.values().forEach(CompiledRules::close);
        all.close();
    }
}
