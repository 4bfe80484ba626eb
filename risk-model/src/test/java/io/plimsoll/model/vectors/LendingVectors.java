package io.plimsoll.model.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.accrual.CompoundedInterest;
import io.plimsoll.model.accrual.IndexedBalance;
import io.plimsoll.model.accrual.LinearInterest;
import io.plimsoll.model.accrual.LinearRamp;
import io.plimsoll.model.accrual.LinearRamp.Stricter;
import io.plimsoll.model.accrual.PremiumFunding;
import io.plimsoll.model.lending.CloseFactor;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.lending.CollateralSale;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.lending.HealthDiscount;
import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.lending.Pledge;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The functions of lending and accrual that the shared vectors state figures for, each answered by the
/// model. A vector's inputs go in; out come figures ([Ratio]) and claims (`Boolean`) by name; one without a
/// name is `value`.
///
/// Here, and nowhere in the model, are the venues' units: basis points, and integers of 18 and 27 decimals.
final class LendingVectors {

    private static final int WAD = 18;
    private static final int RAY = 27;
    private static final Rounding TO_RAY = new Rounding(unit(RAY), RoundingMode.HALF_UP);
    private static final Rounding TO_WAD = new Rounding(unit(WAD), RoundingMode.HALF_UP);
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);
    private static final CloseFactor AAVE =
            new CloseFactor(new BigDecimal("0.5"), new BigDecimal("0.95"), BigDecimal.valueOf(2_000));

    private LendingVectors() {}

    static Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.ofEntries(
                Map.entry("aave_hf", inputs -> aaveHealth(inputs, ratio(inputs, "lt_bps"))),
                Map.entry(
                        "aave_hf_bigunits",
                        inputs -> aaveHealth(inputs, ratio(inputs, "lt").times(BPS))),
                Map.entry("aave_available_borrows", LendingVectors::aaveAvailable),
                Map.entry("aave_summary", LendingVectors::aaveSummary),
                Map.entry("aave_pct", LendingVectors::aavePercentage),
                Map.entry("aave_close_factor", LendingVectors::aaveCloseFactor),
                Map.entry("aave_linear_interest", inputs -> value(linear(inputs).scaleByPowerOfTen(RAY))),
                Map.entry(
                        "aave_compound_interest",
                        inputs -> value(compounded(inputs).scaleByPowerOfTen(RAY))),
                Map.entry(
                        "aave_normalized_income",
                        inputs -> value(index(inputs, linear(inputs)).scaleByPowerOfTen(RAY))),
                Map.entry("aave_linear_balance", inputs -> aaveBalance(inputs, "balance", linear(inputs))),
                Map.entry("aave_compounded_balance", inputs -> aaveBalance(inputs, "principal", compounded(inputs))),
                Map.entry(
                        "comet_is_liquidatable",
                        inputs -> value(comet(inputs, "liquidate_cf").isLiquidatable())),
                Map.entry(
                        "comet_is_borrow_collateralized",
                        inputs -> value(comet(inputs, "borrow_cf").isWithinBorrowCapacity())),
                Map.entry("comet_quote_collateral", LendingVectors::cometQuote),
                Map.entry("euler_health", LendingVectors::eulerHealth),
                Map.entry("euler_max_liquidation", LendingVectors::eulerMaxLiquidation),
                Map.entry("euler_ltv_ramp", LendingVectors::eulerRamp),
                Map.entry("maker_linear_decrease", LendingVectors::makerDecrease),
                Map.entry("vega_funding_payment", LendingVectors::vegaFunding));
    }

    // Without debt, the utilities of the venue say -1.
    private static Map<String, Object> aaveHealth(JsonNode inputs, Ratio bps) {
        Pledge pledge = new Pledge(ratio(inputs, "collateral"), Ratio.ZERO, bps.dividedBy(BPS));
        return value(shownHealth(LendingState.of(List.of(pledge), ratio(inputs, "debt"))));
    }

    private static Ratio shownHealth(LendingState state) {
        return state.healthFactor().isUnbounded() ? Ratio.of(BigDecimal.ONE.negate()) : state.healthFactor();
    }

    private static Map<String, Object> aaveAvailable(JsonNode inputs) {
        Ratio ltv = ratio(inputs, "ltv_bps").dividedBy(BPS);
        Pledge pledge = new Pledge(ratio(inputs, "collateral"), ltv, ltv);
        return value(LendingState.of(List.of(pledge), ratio(inputs, "debt")).availableToBorrow());
    }

    private static Map<String, Object> aaveSummary(JsonNode inputs) {
        boolean inCategory = inputs.path("emode").asBoolean();
        List<Pledge> pledges = new ArrayList<>();
        Ratio debt = Ratio.ZERO;
        for (JsonNode position : inputs.path("positions")) {
            debt = debt.plus(ratio(position, "debt"));
            if (position.path("enabled").asBoolean(true)) {
                CollateralTerms own = aaveTerms(position, "");
                CollateralTerms terms = inCategory
                        ? new CollateralCategory("k", aaveTerms(position, "emode_"), Set.of("a")).termsOf("a", own)
                        : own;
                pledges.add(terms.pledge(ratio(position, "collateral")));
            }
        }
        LendingState state = LendingState.of(pledges, debt);
        return Map.of(
                "total_collateral", state.collateral(),
                "total_debt", state.debt(),
                "ltv_bps", state.pooled().ltv().times(BPS),
                "lt_bps", state.pooled().liquidationLtv().times(BPS),
                "hf", shownHealth(state),
                "available_borrows", state.availableToBorrow());
    }

    private static CollateralTerms aaveTerms(JsonNode position, String prefix) {
        return new CollateralTerms(
                number(position, prefix + "ltv_bps").movePointLeft(4),
                number(position, prefix + "lt_bps").movePointLeft(4),
                BigDecimal.ZERO);
    }

    private static Map<String, Object> aavePercentage(JsonNode inputs) {
        String operation = inputs.path("op").asText();
        Ratio share = ratio(inputs, "pct").dividedBy(BPS);
        Ratio value = ratio(inputs, "value");
        Ratio exact = operation.startsWith("percentMul") ? value.times(share) : value.dividedBy(share);
        RoundingMode mode = operation.endsWith("Ceil")
                ? RoundingMode.CEILING
                : operation.endsWith("Floor") ? RoundingMode.FLOOR : RoundingMode.HALF_UP;
        return value(new Rounding(BigDecimal.ONE, mode).of(exact));
    }

    // The vector names the health of an account whose collateral it does not: any that covers so much will do.
    private static Map<String, Object> aaveCloseFactor(JsonNode inputs) {
        Ratio debt = ratio(inputs, "total_debt_base");
        Ratio covered = debt.times(number(inputs, "hf"));
        LendingState account = new LendingState(covered, covered, covered, debt);
        Ratio most = AAVE.mostRepayable(
                account, ratio(inputs, "reserve_collateral_base"), ratio(inputs, "reserve_debt_base"));
        return value(new Rounding(BigDecimal.ONE, RoundingMode.HALF_EVEN)
                .of(most.dividedBy(debt).times(BPS)));
    }

    private static BigDecimal linear(JsonNode inputs) {
        return new LinearInterest(number(inputs, "rate").movePointLeft(RAY)).growth(elapsed(inputs, "dt"), TO_RAY);
    }

    private static BigDecimal compounded(JsonNode inputs) {
        return new CompoundedInterest(number(inputs, "rate").movePointLeft(RAY))
                .growth(elapsed(inputs, "dt"), unit(RAY));
    }

    private static BigDecimal index(JsonNode inputs, BigDecimal growth) {
        return TO_RAY.decimal(number(inputs, "index").movePointLeft(RAY).multiply(growth));
    }

    // The venue's utilities count in 27 decimals and cut to 18 at the end: two roundings.
    private static Map<String, Object> aaveBalance(JsonNode inputs, String name, BigDecimal growth) {
        BigDecimal fine = new IndexedBalance(number(inputs, name).movePointLeft(WAD)).at(index(inputs, growth), TO_RAY);
        return value(TO_WAD.decimal(fine).scaleByPowerOfTen(WAD));
    }

    // A principal below zero is a debt, above it a deposit that owes nothing.
    private static LendingState comet(JsonNode inputs, String factor) {
        List<Pledge> pledges = new ArrayList<>();
        for (JsonNode held : inputs.path("collateral")) {
            Ratio value = Ratio.of(number(held.path(0)).multiply(number(held.path(1))));
            pledges.add(new Pledge(value, ratio(inputs, factor), ratio(inputs, factor)));
        }
        return LendingState.of(pledges, ratio(inputs, "principal").negate().max(Ratio.ZERO));
    }

    private static Map<String, Object> cometQuote(JsonNode inputs) {
        CollateralSale sale =
                new CollateralSale(number(inputs, "store_front_factor"), number(inputs, "liquidation_factor"));
        Ratio payment = ratio(inputs, "base_amount").times(number(inputs, "base_price"));
        return value(sale.amountFor(payment, number(inputs, "asset_price")));
    }

    private static Map<String, Object> eulerHealth(JsonNode inputs) {
        List<Pledge> pledges = new ArrayList<>();
        for (JsonNode held : inputs.path("collaterals")) {
            Ratio value = Ratio.of(number(held.path(0)).multiply(number(held.path(1))));
            pledges.add(new Pledge(value, Ratio.ZERO, Ratio.of(number(held.path(2)))));
        }
        return value(LendingState.of(pledges, eulerDebt(inputs)).healthFactor());
    }

    private static Map<String, Object> eulerMaxLiquidation(JsonNode inputs) {
        BigDecimal price = number(inputs, "collateral_price");
        Pledge pledge = new Pledge(ratio(inputs, "collateral").times(price), Ratio.ZERO, ratio(inputs, "liq_ltv"));
        HealthDiscount.Exchange most = new HealthDiscount(number(inputs, "max_discount"))
                .most(LendingState.of(List.of(pledge), eulerDebt(inputs)), pledge.value());
        return Map.of("max_yield", most.taken().dividedBy(price));
    }

    private static Ratio eulerDebt(JsonNode inputs) {
        return ratio(inputs, "debt").times(number(inputs, "debt_price"));
    }

    private static Map<String, Object> eulerRamp(JsonNode inputs) {
        LinearRamp ramp = LinearRamp.easing(
                Stricter.LOWER,
                number(inputs, "initial_bps"),
                number(inputs, "target_bps"),
                Instant.EPOCH,
                elapsed(inputs, "ramp"));
        return value(new Rounding(BigDecimal.ONE, RoundingMode.FLOOR)
                .of(ramp.at(Instant.EPOCH.plus(elapsed(inputs, "elapsed")))));
    }

    private static Map<String, Object> makerDecrease(JsonNode inputs) {
        LinearRamp ramp = LinearRamp.toZero(number(inputs, "top"), Instant.EPOCH, elapsed(inputs, "tau"));
        return value(ramp.at(Instant.EPOCH.plus(elapsed(inputs, "dur"))));
    }

    private static Map<String, Object> vegaFunding(JsonNode inputs) {
        PremiumFunding funding =
                new PremiumFunding(number(inputs, "interest"), number(inputs, "lo"), number(inputs, "hi"));
        return value(
                funding.owedPerUnit(number(inputs, "f_twap"), number(inputs, "s_twap"), number(inputs, "delta_t")));
    }

    private static BigDecimal unit(int decimals) {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    private static Duration elapsed(JsonNode inputs, String name) {
        return Duration.ofNanos(number(inputs, name).movePointRight(9).longValueExact());
    }

    private static Ratio ratio(JsonNode inputs, String name) {
        return Ratio.of(number(inputs, name));
    }

    private static BigDecimal number(JsonNode inputs, String name) {
        return number(inputs.path(name));
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asText());
    }

    private static Map<String, Object> value(Object figure) {
        return Map.of("value", figure instanceof BigDecimal number ? Ratio.of(number) : figure);
    }
}
