package io.plimsoll.monitor.guard;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Running sums over the reservations of a window of time, by key. An action that passes again counts once, from
/// then on.
final class Tally<K> {

    private final Duration window;
    private final Function<Reservation, Map<K, BigDecimal>> parts;
    private final Map<String, Counted<K>> entries = new LinkedHashMap<>();
    private final Map<K, Sum> sums = new HashMap<>();

    /// How many, and how much together.
    record Sum(int count, BigDecimal notional) {

        static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        Sum plus(int more, BigDecimal amount) {
            return new Sum(count + more, notional.add(amount));
        }
    }

    private record Counted<K>(Instant at, Map<K, BigDecimal> parts) {}

    /// @param parts what a reservation counts for
    Tally(Duration window, Function<Reservation, Map<K, BigDecimal>> parts) {
        this.window = window;
        this.parts = parts;
    }

    /// Counts a reservation, which is no older than those before it.
    void add(Reservation reservation) {
        remove(entries.remove(reservation.id()));
        Map<K, BigDecimal> counted = new HashMap<>(parts.apply(reservation));
        entries.put(reservation.id(), new Counted<>(reservation.at(), counted));
        counted.forEach(
                (key, notional) -> sums.merge(key, new Sum(1, notional), (sum, more) -> sum.plus(1, more.notional())));
    }

    /// Drops what is older than the window. What is exactly as old still counts.
    void expire(Instant now) {
        Instant oldest = now.minus(window);
        Iterator<Counted<K>> all = entries.values().iterator();
        while (all.hasNext()) {
            Counted<K> entry = all.next();
            if (!entry.at().isBefore(oldest)) {
                return;
            }
            all.remove();
            remove(entry);
        }
    }

    boolean contains(String id) {
        return entries.containsKey(id);
    }

    Sum of(K key) {
        return sums.getOrDefault(key, Sum.NONE);
    }

    /// Counts a key from nothing again.
    void forget(K key) {
        entries.values().forEach(entry -> entry.parts().remove(key));
        sums.remove(key);
    }

    private void remove(@Nullable Counted<K> entry) {
        if (entry != null) {
            entry.parts()
                    .forEach((key, notional) -> sums.computeIfPresent(
                            key, (any, sum) -> sum.count() == 1 ? null : sum.plus(-1, notional.negate())));
        }
    }
}
