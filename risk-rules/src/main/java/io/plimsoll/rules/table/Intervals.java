package io.plimsoll.rules.table;

import io.plimsoll.model.rule.NumberRange;
import io.plimsoll.model.rule.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The cells of an ordered key: the intervals between neighbouring bounds, each with its lower bound and without its
/// upper one.
///
/// @param <T> of bounds
final class Intervals<T extends Comparable<? super T>> implements Axis {

    private final Span<T> domain;
    private final List<T> cuts;
    private final Function<Extent, Span<T>> spanOf;
    private final BiFunction<@Nullable T, @Nullable T, Extent> extentOf;

    private Intervals(
            Span<T> domain,
            List<Span<T>> spans,
            Function<Extent, Span<T>> spanOf,
            BiFunction<@Nullable T, @Nullable T, Extent> extentOf) {
        this.domain = domain;
        this.spanOf = spanOf;
        this.extentOf = extentOf;
        TreeSet<T> bounds = new TreeSet<>();
        for (Span<T> span : spans) {
            addInner(span.from(), bounds);
            addInner(span.to(), bounds);
        }
        this.cuts = new ArrayList<>(bounds);
    }

    static Axis ofNumbers(NumberRange domain, List<NumberRange> ranges) {
        return new Intervals<BigDecimal>(
                span(domain),
                ranges.stream().map(Intervals::span).toList(),
                extent -> extent instanceof Extent.Numbers numbers ? span(numbers.range()) : new Span<>(null, null),
                (from, to) -> new Extent.Numbers(new NumberRange(from, to)));
    }

    static Axis ofTimes(Period domain, List<Period> periods) {
        return new Intervals<Instant>(
                span(domain),
                periods.stream().map(Intervals::span).toList(),
                extent -> extent instanceof Extent.Time time ? span(time.period()) : new Span<>(null, null),
                (from, until) -> new Extent.Time(new Period(from, until)));
    }

    @Override
    public int size() {
        return cuts.size() + 1;
    }

    @Override
    public int from(Extent extent) {
        T from = spanOf.apply(extent).from();
        if (from == null || (domain.from() != null && from.compareTo(domain.from()) <= 0)) {
            return 0;
        }
        return domain.to() != null && from.compareTo(domain.to()) >= 0 ? size() : after(from);
    }

    @Override
    public int to(Extent extent) {
        T to = spanOf.apply(extent).to();
        if (to == null || (domain.to() != null && to.compareTo(domain.to()) >= 0)) {
            return size();
        }
        return domain.from() != null && to.compareTo(domain.from()) <= 0 ? 0 : after(to);
    }

    @Override
    public Extent extent(int from, int to) {
        return extentOf.apply(
                from == 0 ? domain.from() : cuts.get(from - 1), to == size() ? domain.to() : cuts.get(to - 1));
    }

    /// The cell that begins at a cut.
    private int after(T cut) {
        return Collections.binarySearch(cuts, cut) + 1;
    }

    private void addInner(@Nullable T bound, Set<T> bounds) {
        boolean inner = bound != null
                && (domain.from() == null || bound.compareTo(domain.from()) > 0)
                && (domain.to() == null || bound.compareTo(domain.to()) < 0);
        if (inner) {
            bounds.add(bound);
        }
    }

    private static Span<BigDecimal> span(NumberRange range) {
        return new Span<>(range.from(), range.to());
    }

    private static Span<Instant> span(Period period) {
        return new Span<>(period.from(), period.until());
    }

    /// Two bounds, each of which may not be there.
    ///
    /// @param from in the span
    /// @param to not in the span
    private record Span<T>(@Nullable T from, @Nullable T to) {}
}
