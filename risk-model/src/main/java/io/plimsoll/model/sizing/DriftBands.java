package io.plimsoll.model.sizing;

import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far allocations may be from their targets, by holding: the clear levels of their thresholds, the
/// narrowest where there are several.
///
/// @param breached of those that have drifted too far
/// @param all of every one that is watched, those included
record DriftBands(Map<String, BigDecimal> breached, Map<String, BigDecimal> all) {

    /// The bands that breaches and the other thresholds of their kinds draw.
    ///
    /// @throws IllegalArgumentException if a breach is not of drift
    static DriftBands of(List<Breach> breaches, Collection<Threshold> thresholds) {
        for (Breach breach : breaches) {
            if (breach.metric() != Metric.DRIFT) {
                throw new IllegalArgumentException("A rebalance can't answer a breach of %s (%s)."
                        .formatted(breach.metric(), breach.scope().id()));
            }
        }
        var kinds = breaches.stream().map(Breach::kind).collect(Collectors.toSet());
        Stream<Threshold> alike = thresholds.stream()
                .filter(threshold -> threshold.metric() == Metric.DRIFT && kinds.contains(threshold.kind()));
        List<Threshold> crossed = breaches.stream().map(Breach::threshold).toList();
        return new DriftBands(narrowest(crossed.stream()), narrowest(Stream.concat(crossed.stream(), alike)));
    }

    /// The band of a holding that has drifted too far; empty if it has not.
    Optional<BigDecimal> ofBreached(String holding) {
        return Optional.ofNullable(breached.get(holding));
    }

    private static Map<String, BigDecimal> narrowest(Stream<Threshold> thresholds) {
        return thresholds.collect(
                Collectors.toMap(threshold -> threshold.scope().id(), Threshold::clear, BigDecimal::min));
    }
}
