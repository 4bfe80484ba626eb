package io.plimsoll.model;

import io.plimsoll.model.action.Action.Rebalance;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.sizing.RebalancePolicy;
import io.plimsoll.model.sizing.RebalanceSizing;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Bands around an account's targets, and what has drifted out of them.
///
/// @param thresholds one for each target that is watched
/// @param breaches of those that are crossed
public record Drifts(List<Threshold> thresholds, List<Breach> breaches) {

    private static final Provenance RULE = new Provenance("rule", new SourcePlace("actions/a.drl", 3), List.of());

    /// Bands around some of the targets.
    public static Drifts any(SplittableRandom random, AccountRisk risk) {
        return of(random, risk, 4);
    }

    /// Bands around all of the targets.
    public static Drifts all(SplittableRandom random, AccountRisk risk) {
        return of(random, risk, Integer.MAX_VALUE);
    }

    private static Drifts of(SplittableRandom random, AccountRisk risk, int oneUnwatchedOf) {
        List<Threshold> thresholds = new ArrayList<>();
        for (AllocationRisk allocation : risk.allocations()) {
            int clear = random.nextInt(0, 20);
            BigDecimal limit = BigDecimal.valueOf(clear + random.nextInt(1, 20), 2);
            if (random.nextInt(oneUnwatchedOf) > 0) {
                thresholds.add(new Threshold(
                        ThresholdKind.REBALANCING,
                        Scope.allocation(allocation.id()),
                        Metric.DRIFT,
                        Comparison.AT_OR_ABOVE,
                        limit,
                        BigDecimal.valueOf(clear, 2)));
            }
        }
        return new Drifts(
                thresholds,
                thresholds.stream()
                        .flatMap(threshold -> breach(risk, threshold))
                        .toList());
    }

    /// What is to be done.
    public Rebalance rebalance(Snapshot snapshot, AccountRisk risk, Destination destination, RebalancePolicy policy) {
        return RebalanceSizing.size(snapshot, risk, breaches, destination, thresholds, policy);
    }

    /// Clear levels by holding.
    public Map<String, BigDecimal> watched() {
        return clear(thresholds.stream());
    }

    /// Clear levels of what has drifted, by holding.
    public Map<String, BigDecimal> breached() {
        return clear(breaches.stream().map(Breach::threshold));
    }

    private static Map<String, BigDecimal> clear(Stream<Threshold> thresholds) {
        return thresholds.collect(
                Collectors.toMap(threshold -> threshold.scope().id(), Threshold::clear));
    }

    private static Stream<Breach> breach(AccountRisk risk, Threshold threshold) {
        return risk
                .reading(Metric.DRIFT, threshold.scope())
                .filter(threshold::isCrossedBy)
                .map(observed -> new Breach(threshold, observed, RULE))
                .stream();
    }
}
