package io.plimsoll.service.book.market;

import io.plimsoll.service.book.market.Taking.NotTaken;
import io.plimsoll.service.keyed.Keeper;
import io.plimsoll.service.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// The newest readings of one kind, by key.
final class Readings<R> {

    private final Store store;
    private final ReadingKind<R> kind;
    private final ReadingRows<R> rows;
    private final ConcurrentNavigableMap<ReadingKey, R> held = new ConcurrentSkipListMap<>();
    private volatile Consumer<Set<String>> listener = subjects -> {};

    Readings(Store store, ReadingKind<R> kind) {
        this.store = store;
        this.kind = kind;
        this.rows = new ReadingRows<>(kind);
    }

    /// Has somebody told of the subjects whose readings have become newer, in the thread that took them.
    void tell(Consumer<Set<String>> whom) {
        listener = whom;
    }

    /// Takes those that are newer than what is held of their key. They are committed when this returns.
    ///
    /// One that is held already, as it is, counts as taken: it may be sent again.
    ///
    /// @param form what is made of what became of them, for the keeper and the caller
    /// @throws io.plimsoll.service.problem.ProblemException if the database can't be reached; none is taken
    ///     then
    <T> T take(List<R> sent, Function<Taking<R>, T> form, Keeper keeper) {
        Map<ReadingKey, R> newest = new LinkedHashMap<>();
        sent.forEach(reading -> newest.merge(kind.key().apply(reading), reading, kind::newer));
        Map<ReadingKey, R> kept = new HashMap<>();
        T taken = store.write(sql -> {
            rows.keep(sql, newest.values());
            rows.find(sql, newest.keySet())
                    .forEach(reading -> kept.put(kind.key().apply(reading), reading));
            T result = form.apply(taking(sent, kept));
            keeper.keep(sql, result);
            return result;
        });
        hold(kept.values());
        return taken;
    }

    private Taking<R> taking(List<R> sent, Map<ReadingKey, R> kept) {
        List<NotTaken<R>> notTaken = new ArrayList<>();
        for (R reading : sent) {
            R present = Optional.ofNullable(kept.get(kind.key().apply(reading))).orElseThrow();
            if (!present.equals(reading)) {
                notTaken.add(new NotTaken<>(reading, present));
            }
        }
        return new Taking<>(sent.size() - notTaken.size(), notTaken);
    }

    /// Takes over what the database has, from before a start or by other services.
    void follow() {
        // In a transaction, because only then are rows fetched in parts.
        List<R> found = new ArrayList<>();
        store.write(sql -> {
            rows.each(sql, reading -> {
                if (!reading.equals(held.get(kind.key().apply(reading)))) {
                    found.add(reading);
                }
            });
            return held.size();
        });
        hold(found);
    }

    private void hold(Collection<R> readings) {
        Set<String> newer = new TreeSet<>();
        for (R reading : readings) {
            ReadingKey key = kind.key().apply(reading);
            if (reading.equals(held.merge(key, reading, kind::newer))) {
                newer.add(key.subject());
            }
        }
        if (!newer.isEmpty()) {
            listener.accept(newer);
        }
    }

    /// All that are held, in the order of their keys.
    Collection<R> all() {
        return held.values();
    }

    /// Those of one subject, in the order of their details.
    Collection<R> of(String subject) {
        // No detail is empty, and none goes beyond this character.
        return held.subMap(new ReadingKey(subject, ""), new ReadingKey(subject, "\uFFFF"))
                .values();
    }

    /// The first subjects after another.
    ///
    /// @param limit the most
    List<String> subjects(String after, int limit) {
        List<String> subjects = new ArrayList<>();
        ReadingKey next = held.higherKey(new ReadingKey(after, "\uFFFF"));
        while (next != null && subjects.size() < limit) {
            subjects.add(next.subject());
            next = held.higherKey(new ReadingKey(next.subject(), "\uFFFF"));
        }
        return subjects;
    }
}
