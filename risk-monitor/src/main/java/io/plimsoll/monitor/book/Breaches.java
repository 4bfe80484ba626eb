package io.plimsoll.monitor.book;

import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which breaches are open. They are few, so that accounts without one take no room.
final class Breaches {

    private final Map<Integer, Set<Line>> open = new HashMap<>();

    /// What thresholds that compete share: a breach stays the same when its limit is moved.
    private record Line(ThresholdKind kind, Scope scope, Metric metric, boolean highIsDangerous) {

        static Line of(Threshold threshold) {
            return new Line(
                    threshold.kind(),
                    threshold.scope(),
                    threshold.metric(),
                    threshold.comparison().highIsDangerous());
        }
    }

    boolean isOpen(int account, Threshold threshold) {
        Set<Line> lines = open.get(account);
        return lines != null && lines.contains(Line.of(threshold));
    }

    void open(int account, Threshold threshold) {
        open.computeIfAbsent(account, any -> new HashSet<>()).add(Line.of(threshold));
    }

    void close(int account, Threshold threshold) {
        open.computeIfPresent(account, (any, lines) -> {
            lines.remove(Line.of(threshold));
            return lines.isEmpty() ? null : lines;
        });
    }

    /// Forgets breaches of thresholds that are no more.
    void keepOnly(int account, List<Threshold> thresholds) {
        open.computeIfPresent(account, (any, lines) -> {
            lines.retainAll(thresholds.stream().map(Line::of).collect(Collectors.toSet()));
            return lines.isEmpty() ? null : lines;
        });
    }

    void forget(int account) {
        open.remove(account);
    }
}
