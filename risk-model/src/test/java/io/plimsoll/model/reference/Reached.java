package io.plimsoll.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How often generated accounts reached what they are meant to reach: an agreement about nothing is none.
final class Reached {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void mark(String edge) {
        counts.computeIfAbsent(edge, name -> new LongAdder()).increment();
    }

    void markIf(boolean reached, String edge) {
        if (reached) {
            mark(edge);
        }
    }

    void requireAtLeast(long times, String... edges) {
        for (String edge : edges) {
            assertThat(counts.getOrDefault(edge, new LongAdder()).sum())
                    .as(edge)
                    .isGreaterThanOrEqualTo(times);
        }
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }
}
