package io.plimsoll.model.reference;

import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What metrics read, stated a second time.
record PlainReadings(PlainRisk risk) {

    /// What a metric reads.
    ///
    /// @param value null if it is greater than every number
    record Reading(Fraction value) {

        static final Reading UNBOUNDED = new Reading(null);

        boolean isAbove(BigDecimal limit) {
            return value == null || value.compareTo(Fraction.of(limit)) > 0;
        }

        boolean isAt(BigDecimal limit) {
            return value != null && value.compareTo(Fraction.of(limit)) == 0;
        }
    }

    /// Empty if it is not defined at these marks.
    Optional<Reading> read(Metric metric, Scope scope) {
        return switch (scope.type()) {
            case ACCOUNT -> ofAccount(metric);
            case POSITION -> ofPosition(metric, risk.position(scope.id()));
            case ALLOCATION -> known(risk.drift(target(scope.id())));
        };
    }

    /// What the scope has and needs.
    Purse purse(Scope scope) {
        return scope.type() == ScopeType.ACCOUNT ? risk.account() : risk.purse(scope.id());
    }

    private Optional<Reading> ofAccount(Metric metric) {
        return switch (metric) {
            case UNREALISED_PNL -> known(risk.gain());
            case NET_PNL -> known(risk.net());
            case DAILY_LOSS -> known(risk.lostSince(risk.facts().dayOpenEquity()));
            case DRAWDOWN -> known(risk.lostSince(risk.facts().highWaterMark()));
            case LARGEST_WEIGHT -> known(largestWeight());
            case CONCENTRATION -> known(concentration());
            case LTV -> Optional.of(risk.lending().loanToValue());
            case HEALTH_FACTOR -> risk.lending().healthFactor();
            default -> ofPurse(metric, risk.account());
        };
    }

    private Optional<Reading> ofPosition(Metric metric, PlainPosition position) {
        return switch (metric) {
            case UNREALISED_PNL -> known(position.gain(position.x()));
            case NET_PNL -> known(position.net(position.x()));
            case RETURN -> known(position.net(position.x()).over(position.entryNotional()));
            case TRAILING_LOSS -> known(position.trailingLoss());
            default -> ofPurse(metric, risk.purse(position.id()));
        };
    }

    private static Optional<Reading> ofPurse(Metric metric, Purse purse) {
        return switch (metric) {
            case MARGIN_RATIO -> Optional.of(ratio(purse.maintenance(), purse));
            case LEVERAGE -> Optional.of(ratio(purse.exposure(), purse));
            case EQUITY -> known(purse.equity());
            case FREE_COLLATERAL -> known(purse.equity().minus(purse.initial()));
            case NOTIONAL -> known(purse.exposure());
            default -> throw new IllegalArgumentException(metric + " is not known here.");
        };
    }

    private static Reading ratio(Fraction amount, Purse purse) {
        if (purse.exposure().signum() == 0) {
            return new Reading(Fraction.ZERO);
        }
        return purse.equity().signum() > 0 ? new Reading(amount.over(purse.equity())) : Reading.UNBOUNDED;
    }

    private Fraction largestWeight() {
        return weights().stream().reduce(Fraction.ZERO, Fraction::max);
    }

    private Fraction concentration() {
        return PlainRisk.sum(weights().stream().map(weight -> weight.times(weight)));
    }

    private List<Fraction> weights() {
        List<Fraction> magnitudes = risk.magnitudes();
        Fraction all = PlainRisk.sum(magnitudes.stream());
        return all.signum() == 0
                ? List.of()
                : magnitudes.stream().map(magnitude -> magnitude.over(all)).toList();
    }

    private AllocationTarget target(String holding) {
        return risk.facts().targets().stream()
                .filter(target -> target.holding().id().equals(holding))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Reading> known(Fraction value) {
        return Optional.ofNullable(value).map(Reading::new);
    }
}
