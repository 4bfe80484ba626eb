package io.plimsoll.rules.table;

import io.plimsoll.model.rule.NumberRange;
import io.plimsoll.model.rule.Period;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// One key cut into cells such that every row is for a whole number of neighbouring ones.
///
/// Of a text key each value is a cell; of numbers and times the cells lie between neighbouring bounds of rows. So
/// everything that can be asked about rows has the same answer within a cell, and looking at cells is exact.
public sealed interface Axis permits Texts, Intervals {

    /// How many cells there are.
    int size();

    /// The first cell that an extent covers.
    int from(Extent extent);

    /// The cell after the last one that an extent covers.
    int to(Extent extent);

    /// What the cells from one up to another, without it, are; for texts, they must be one cell.
    Extent extent(int from, int to);

    /// The cells of a key.
    ///
    /// @param extents of all rows
    static Axis of(TableKey key, Collection<Extent> extents) {
        return switch (key.kind()) {
            case TEXT -> texts(key, extents);
            case NUMBER -> numbers(key.domain(), extents);
            // Before any row of a table was in force there was no table.
            case TIME -> times(lifeOf(extents), extents);
        };
    }

    /// The cells of a number key.
    private static Axis numbers(NumberRange domain, Collection<Extent> extents) {
        return Intervals.ofNumbers(
                domain,
                extents.stream()
                        .filter(Extent.Numbers.class::isInstance)
                        .map(extent -> ((Extent.Numbers) extent).range())
                        .toList());
    }

    private static Axis times(Period domain, Collection<Extent> extents) {
        return Intervals.ofTimes(
                domain,
                extents.stream()
                        .filter(Extent.Time.class::isInstance)
                        .map(extent -> ((Extent.Time) extent).period())
                        .toList());
    }

    private static Axis texts(TableKey key, Collection<Extent> extents) {
        if (key.isClosed()) {
            return new Texts(key.values());
        }
        TreeSet<String> seen = new TreeSet<>();
        for (Extent extent : extents) {
            if (extent instanceof Extent.Only only) {
                seen.add(only.value());
            }
        }
        return new Texts(List.copyOf(seen));
    }

    /// From the first moment at which some row is in force.
    private static Period lifeOf(Collection<Extent> extents) {
        Instant first = null;
        for (Extent extent : extents) {
            Instant from = extent instanceof Extent.Time time ? time.period().from() : null;
            if (from == null) {
                return Period.ALWAYS;
            }
            first = first == null || from.isBefore(first) ? from : first;
        }
        return new Period(first, null);
    }
}
