package io.plimsoll.model.exposure;

import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Thresholds for whatever can be read of an account, at limits near what is read, on either side.
final class RandomThresholds {

    private RandomThresholds() {}

    static List<Threshold> of(SplittableRandom random, AccountRisk risk, int most) {
        List<Threshold> all = new ArrayList<>();
        for (Scope scope : scopes(risk)) {
            for (Metric metric : Metric.values()) {
                reading(risk, metric, scope)
                        .ifPresent(observed ->
                                near(random, metric, scope, observed).ifPresent(all::add));
            }
        }
        while (all.size() > most) {
            all.remove(random.nextInt(all.size()));
        }
        return all;
    }

    /// The same snapshot with betas for some of its marks.
    static Snapshot withBetas(SplittableRandom random, Snapshot snapshot) {
        List<Signal> signals = new ArrayList<>();
        snapshot.marks().forEach(mark -> {
            if (random.nextInt(3) == 0) {
                BigDecimal beta = BigDecimal.valueOf(random.nextLong(-20, 30), 1);
                signals.add(new Signal(ShockDirection.BETA, mark.id(), beta, snapshot.asOf()));
            }
        });
        return new Snapshot(
                snapshot.asOf(),
                snapshot.account(),
                snapshot.instruments(),
                snapshot.collateral(),
                snapshot.marks(),
                signals,
                snapshot.categories());
    }

    private static List<Scope> scopes(AccountRisk risk) {
        List<Scope> scopes =
                new ArrayList<>(List.of(Scope.account(risk.account().id())));
        risk.positions().forEach(position -> scopes.add(Scope.position(position.id())));
        risk.account().targets().stream()
                .map(AllocationTarget::holding)
                .forEach(holding -> scopes.add(Scope.allocation(holding.id())));
        return scopes;
    }

    private static Optional<Ratio> reading(AccountRisk risk, Metric metric, Scope scope) {
        try {
            return risk.reading(metric, scope);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Threshold> near(SplittableRandom random, Metric metric, Scope scope, Ratio observed) {
        BigDecimal shown = observed.isUnbounded() ? BigDecimal.ONE : observed.rounded(6, RoundingMode.HALF_EVEN);
        Comparison usual = metric == Metric.EQUITY || metric == Metric.FREE_COLLATERAL || metric == Metric.HEALTH_FACTOR
                ? Comparison.BELOW
                : Comparison.AT_OR_ABOVE;
        Comparison comparison =
                random.nextInt(3) > 0 ? usual : List.of(Comparison.values()).get(random.nextInt(4));
        BigDecimal room = shown.abs()
                .multiply(BigDecimal.valueOf(random.nextLong(0, 1500), 3))
                .add(new BigDecimal(random.nextBoolean() ? "0.01" : "0"));
        BigDecimal limit = (comparison.highIsDangerous() ? shown.add(room) : shown.subtract(room))
                .setScale(6, RoundingMode.HALF_EVEN);
        BigDecimal step = new BigDecimal("0.000001");
        BigDecimal clear = comparison.highIsDangerous() ? limit.subtract(step) : limit.add(step);
        try {
            return Optional.of(new Threshold(ThresholdKind.LIQUIDATION, scope, metric, comparison, limit, clear));
        } catch (IllegalArgumentException e) {
            // Crossed by what is at rest, or too large a number: nothing that a rule could set.
            return Optional.empty();
        }
    }
}
