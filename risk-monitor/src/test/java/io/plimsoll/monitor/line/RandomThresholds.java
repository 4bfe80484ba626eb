package io.plimsoll.monitor.line;

import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A threshold of every metric that an account has, near to what the metric is.
public final class RandomThresholds {

    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

    private RandomThresholds() {}

    public static List<Watched> all(SplittableRandom random, AccountRisk risk) {
        List<Watched> all = new ArrayList<>();
        List<Scope> scopes = new ArrayList<>();
        scopes.add(Scope.account(risk.account().id()));
        risk.positions().forEach(position -> scopes.add(Scope.position(position.id())));
        risk.allocations().forEach(allocation -> scopes.add(Scope.allocation(allocation.id())));
        for (Scope scope : scopes) {
            for (Metric metric : Metric.values()) {
                if (metric.isDefinedFor(scope.type()) && (!metric.needsOwnEquity() || hasEquity(risk, scope))) {
                    draw(random, risk, metric, scope).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static boolean hasEquity(AccountRisk risk, Scope scope) {
        return scope.type() == ScopeType.ACCOUNT
                ? risk.account().isCross()
                : risk.positions().stream()
                        .anyMatch(each -> each.id().equals(scope.id())
                                && Optional.of(each.position())
                                        .filter(Position::isIsolated)
                                        .isPresent());
    }

    private static Optional<Watched> draw(SplittableRandom random, AccountRisk risk, Metric metric, Scope scope) {
        Optional<Ratio> reading = risk.reading(metric, scope);
        BigDecimal near = reading.filter(value -> !value.isUnbounded())
                .map(value -> value.rounded(12, RoundingMode.HALF_EVEN))
                .orElse(BigDecimal.ONE);
        BigDecimal limit = near.multiply(BigDecimal.valueOf(0.8 + 0.4 * random.nextDouble()))
                .add(BigDecimal.valueOf(random.nextInt(3) - 1, 2))
                .setScale(8, RoundingMode.HALF_EVEN);
        BigDecimal apart = limit.abs().multiply(BigDecimal.valueOf(random.nextInt(1, 20), 2));
        Comparison comparison = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
        BigDecimal clear = comparison.highIsDangerous() ? limit.subtract(apart) : limit.add(apart);
        try {
            Threshold threshold = new Threshold(
                    ThresholdKind.WARNING,
                    scope,
                    metric,
                    comparison,
                    limit,
                    clear.setScale(12, RoundingMode.HALF_EVEN));
            boolean isCrossed = reading.filter(threshold::isCrossedBy).isPresent();
            return Optional.of(new Watched(threshold, isCrossed));
        } catch (InvalidFactException e) {
            return Optional.empty();
        }
    }
}
