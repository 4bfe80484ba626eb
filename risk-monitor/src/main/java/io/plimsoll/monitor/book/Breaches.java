package io.plimsoll.monitor.book;

import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which breaches are open, and of which the limit is crossed. They are few, so that accounts without one take
/// no room.
final class Breaches {

    private final Map<Integer, Map<ThresholdKey, Boolean>> open = new HashMap<>();

    boolean isOpen(int account, Threshold threshold) {
        return of(account).containsKey(threshold.key());
    }

    /// Whether the limit was crossed when it was last looked at.
    boolean isCrossed(int account, Threshold threshold) {
        return of(account).getOrDefault(threshold.key(), false);
    }

    private Map<ThresholdKey, Boolean> of(int account) {
        Map<ThresholdKey, Boolean> keys = open.get(account);
        return keys == null ? Map.of() : keys;
    }

    void put(int account, ThresholdKey key, boolean isCrossed) {
        open.computeIfAbsent(account, any -> new HashMap<>()).put(key, isCrossed);
    }

    void close(int account, ThresholdKey key) {
        open.computeIfPresent(account, (any, keys) -> {
            keys.remove(key);
            return keys.isEmpty() ? null : keys;
        });
    }

    /// Forgets breaches of thresholds that are no more.
    void keepOnly(int account, List<Threshold> thresholds) {
        open.computeIfPresent(account, (any, keys) -> {
            Set<ThresholdKey> present = thresholds.stream().map(Threshold::key).collect(Collectors.toSet());
            keys.keySet().retainAll(present);
            return keys.isEmpty() ? null : keys;
        });
    }

    void forget(int account) {
        open.remove(account);
    }
}
