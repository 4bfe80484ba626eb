package io.plimsoll.model.margin;

import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.util.Optional;
import java.util.function.Function;

/// Reads a metric of an account, a position or an allocation.
///
/// @param risk all metrics of the account
record MetricReader(AccountRisk risk) {

    Optional<Ratio> read(Metric metric, Scope scope) {
        if (!metric.isDefinedFor(scope.type())) {
            throw new IllegalArgumentException(
                    "%s is not defined for %s %s.".formatted(metric, scope.type(), scope.id()));
        }
        return switch (scope.type()) {
            case ACCOUNT -> ofAccount(metric, scope);
            case POSITION -> ofPosition(metric, scope);
            case ALLOCATION -> allocation(scope.id()).drift();
        };
    }

    private Optional<Ratio> ofAccount(Metric metric, Scope scope) {
        risk.requireOwn(scope);
        return switch (metric) {
            case MARGIN_RATIO, LEVERAGE, EQUITY, FREE_COLLATERAL -> Optional.of(ofEquity(metric, scope));
            case UNREALISED_PNL -> Optional.of(risk.unrealisedPnl());
            case NET_PNL -> Optional.of(sum(Profit::net));
            case NOTIONAL -> Optional.of(risk.margin().exposure());
            case DAILY_LOSS -> Losses.since(risk.account().dayOpenEquity(), risk.equity());
            case DRAWDOWN -> Losses.since(risk.account().highWaterMark(), risk.equity());
            case LARGEST_WEIGHT -> Optional.of(Concentration.of(risk).largestWeight());
            case CONCENTRATION -> Optional.of(Concentration.of(risk).herfindahl());
            case LTV -> Optional.of(risk.lending().ltv());
            case HEALTH_FACTOR -> Optional.of(risk.lending().healthFactor()).filter(health -> !health.isUnbounded());
            case RETURN, TRAILING_LOSS, DRIFT -> throw undefined(metric, scope);
        };
    }

    private Optional<Ratio> ofPosition(Metric metric, Scope scope) {
        PositionRisk position = risk.position(scope.id());
        return switch (metric) {
            case MARGIN_RATIO, LEVERAGE, EQUITY, FREE_COLLATERAL -> Optional.of(ofEquity(metric, scope));
            case UNREALISED_PNL -> Optional.of(position.unrealisedPnl());
            case NET_PNL -> Optional.of(Profit.net(position));
            case NOTIONAL -> Optional.of(position.notional());
            case RETURN -> Optional.of(Profit.onEntry(position));
            case TRAILING_LOSS -> Losses.trailing(position);
            case DAILY_LOSS, DRAWDOWN, LARGEST_WEIGHT, CONCENTRATION, LTV, HEALTH_FACTOR, DRIFT ->
                throw undefined(metric, scope);
        };
    }

    private Ratio ofEquity(Metric metric, Scope scope) {
        MarginState margin = risk.margin(scope);
        return switch (metric) {
            case MARGIN_RATIO -> margin.marginRatio();
            case LEVERAGE -> margin.leverage();
            case FREE_COLLATERAL -> margin.equity().minus(risk.initialMargin(scope));
            default -> margin.equity();
        };
    }

    private Ratio sum(Function<PositionRisk, Ratio> term) {
        Sum sum = new Sum();
        risk.positions().forEach(position -> sum.add(term.apply(position)));
        return sum.total();
    }

    private AllocationRisk allocation(String holding) {
        return risk.allocations().stream()
                .filter(allocation -> allocation.id().equals(holding))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no allocation target for %s.".formatted(holding)));
    }

    private static IllegalArgumentException undefined(Metric metric, Scope scope) {
        return new IllegalArgumentException("%s is not defined for %s.".formatted(metric, scope.type()));
    }
}
