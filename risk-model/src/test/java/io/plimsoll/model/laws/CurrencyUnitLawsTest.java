package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.margin.Profit;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// The unit of currency does not matter: in hundredths, amounts are a hundredfold and nothing else changes.
class CurrencyUnitLawsTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Test
    void noMetricDependsOnTheUnit() {
        LongAdder tried = new LongAdder();
        RandomCases.forAll(Laws.CASES, random -> {
            Snapshot snapshot = Laws.any(random).snapshot();
            Optional<Snapshot> inHundredths = InHundredths.of(snapshot);
            inHundredths.ifPresent(other -> {
                tried.increment();
                requireSame(AccountRisk.of(snapshot), AccountRisk.of(other));
            });
        });
        assertThat(tried.sum()).isGreaterThan(Laws.CASES / 2);
    }

    private static void requireSame(AccountRisk risk, AccountRisk inHundredths) {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(Scope.account(risk.account().id()));
        risk.positions().forEach(position -> scopes.add(Scope.position(position.id())));
        risk.allocations().forEach(allocation -> scopes.add(Scope.allocation(allocation.id())));
        for (Scope scope : scopes) {
            for (Metric metric : Metric.values()) {
                if (metric.isDefinedFor(scope.type()) && (!metric.needsOwnEquity() || hasEquity(risk, scope))) {
                    requireSame(metric, risk.reading(metric, scope), inHundredths.reading(metric, scope));
                }
            }
        }
        for (PositionRisk position : risk.positions()) {
            PositionRisk other = inHundredths.position(position.id());
            boolean inverse = position.instrument().type().isInverse();
            requireSame(
                    PriceLevels.liquidationPrice(risk, position),
                    PriceLevels.liquidationPrice(inHundredths, other),
                    inverse);
            requireSame(
                    PriceLevels.bankruptcyPrice(risk, position),
                    PriceLevels.bankruptcyPrice(inHundredths, other),
                    inverse);
            requireSame(Profit.breakEven(position), Profit.breakEven(other), inverse);
        }
    }

    private static boolean hasEquity(AccountRisk risk, Scope scope) {
        return switch (scope.type()) {
            case ACCOUNT -> risk.account().isCross();
            case POSITION -> risk.position(scope.id()).position().isIsolated();
            case ALLOCATION -> false;
        };
    }

    private static void requireSame(Metric metric, Optional<Ratio> reading, Optional<Ratio> inHundredths) {
        boolean isAmount = switch (metric) {
            case EQUITY, FREE_COLLATERAL, UNREALISED_PNL, NET_PNL, NOTIONAL -> true;
            case MARGIN_RATIO,
                    LEVERAGE,
                    RETURN,
                    TRAILING_LOSS,
                    DAILY_LOSS,
                    DRAWDOWN,
                    LARGEST_WEIGHT,
                    CONCENTRATION,
                    LTV,
                    HEALTH_FACTOR,
                    DRIFT -> false;
        };
        assertThat(inHundredths.isPresent()).as("%s", metric).isEqualTo(reading.isPresent());
        reading.ifPresent(read -> assertThat(inHundredths.orElseThrow())
                .as("%s", metric)
                .isEqualByComparingTo(isAmount ? read.times(HUNDRED) : read));
    }

    private static void requireSame(PriceLevel level, PriceLevel inHundredths, boolean inverse) {
        assertThat(inHundredths.getClass()).isEqualTo(level.getClass());
        level.level()
                .ifPresent(price -> assertThat(inHundredths.level().orElseThrow())
                        .isEqualByComparingTo(inverse ? price.dividedBy(HUNDRED) : price.times(HUNDRED)));
    }
}
