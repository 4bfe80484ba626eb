package io.plimsoll.monitor.guard.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The prices that were relied on within a window of time, in so many slots of equal length, so that it takes the
/// same room and counts the same however often a price ticks.
final class Trail {

    private static final long NANOS = 1_000_000_000L;

    private final long slotNanos;
    private final int slots;
    private final Deque<Slot> kept = new ArrayDeque<>();

    private record Slot(long number, BigDecimal first, BigDecimal last, BigDecimal low, BigDecimal high) {

        Slot with(BigDecimal price) {
            return new Slot(number, first, price, low.min(price), high.max(price));
        }
    }

    /// The lowest and the highest price.
    record Span(BigDecimal low, BigDecimal high) {}

    Trail(Duration window, int slots) {
        this.slots = slots;
        slotNanos = Math.max(1, window.toNanos() / slots);
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    void clear() {
        kept.clear();
    }

    /// Takes a price. One from before the last counts as of the same time as that.
    void add(BigDecimal price, Instant at) {
        long number = number(at);
        @Nullable Slot last = kept.peekLast();
        if (last != null && last.number >= number) {
            kept.removeLast();
            kept.addLast(last.with(price));
        } else {
            kept.addLast(new Slot(number, price, price, price, price));
        }
        // One slot more than asked for, and always the newest: what was relied on last is never forgotten.
        while (kept.size() > 1 && kept.getFirst().number < kept.getLast().number - slots) {
            kept.removeFirst();
        }
    }

    Optional<BigDecimal> last() {
        return Optional.ofNullable(kept.peekLast()).map(Slot::last);
    }

    /// The median of the last prices of the slots that are over, the lower of two in the middle; if none is over,
    /// the first price there is. So it moves when a slot ends, and not with a tick.
    ///
    /// @throws java.util.NoSuchElementException if there is no price
    BigDecimal reference(Instant now) {
        long current = number(now);
        List<BigDecimal> over = kept.stream()
                .filter(slot -> slot.number < current && slot.number >= current - slots)
                .map(Slot::last)
                .sorted()
                .toList();
        if (!over.isEmpty()) {
            return over.get((over.size() - 1) / 2);
        }
        Slot newest = kept.getLast();
        return newest.number < current ? newest.last : newest.first;
    }

    /// The lowest and the highest of the window, or, at the most, of one slot more; the last price if none is as
    /// young as that.
    ///
    /// @throws java.util.NoSuchElementException if there is no price
    Span span(Instant now) {
        long oldest = number(now) - slots;
        List<Slot> young = kept.stream().filter(slot -> slot.number >= oldest).toList();
        if (young.isEmpty()) {
            BigDecimal last = kept.getLast().last;
            return new Span(last, last);
        }
        return new Span(
                young.stream().map(Slot::low).min(Comparator.naturalOrder()).orElseThrow(),
                young.stream().map(Slot::high).max(Comparator.naturalOrder()).orElseThrow());
    }

    private long number(Instant at) {
        return Math.floorDiv(at.getEpochSecond() * NANOS + at.getNano(), slotNanos);
    }
}
