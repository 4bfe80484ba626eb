package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.claim;
import static io.plimsoll.model.vectors.Inputs.number;
import static io.plimsoll.model.vectors.Inputs.scaled;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.accrual.FundedPosition;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.liquidation.Close;
import io.plimsoll.model.liquidation.FillablePrice;
import io.plimsoll.model.liquidation.InsuranceFund;
import io.plimsoll.model.liquidation.LiquidationCandidate;
import io.plimsoll.model.liquidation.LiquidationLimits;
import io.plimsoll.model.liquidation.PriceTicks;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.requirement.MarginFractions;
import io.plimsoll.model.requirement.OpenInterestScaling;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// dYdX v4's functions. Amounts are whole numbers of quantums, rates are in millionths; see [DydxAccount].
final class DydxVectors {

    private static final int PPM = 6;
    private static final Rounding DOWN = Rounding.down(BigDecimal.ONE);
    private static final Rounding UP = Rounding.up(BigDecimal.ONE);
    private static final Rounding RATES = Rounding.truncated(new BigDecimal("0.000001"));
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("18446744073709551615");

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        Map<String, Function<JsonNode, Map<String, Object>>> functions = new HashMap<>();
        functions.put("is_liquidatable", inputs -> Map.of("is_liquidatable", new DydxAccount(inputs).isLiquidatable()));
        functions.put("risk_is_liquidatable", this::riskIsLiquidatable);
        functions.put("risk_cmp", this::compareRisk);
        functions.put("bankruptcy_price", this::bankruptcyPrice);
        functions.put("fillable_price", this::fillablePrice);
        functions.put("fillable_price_to_subticks", this::subticks);
        functions.put("insurance_fund_delta", this::insuranceFundDelta);
        functions.put("min_max_position_notional_liquidatable", this::notionalBounds);
        functions.put("position_size_to_liquidate", this::sizeToLiquidate);
        functions.put("funding_settlement_ppm", this::fundingSettlement);
        functions.put("margin_requirements", this::marginRequirements);
        functions.put("initial_margin_oi_scaled", this::initialMargin);
        functions.put("sort_liquidation_orders", this::order);
        return functions;
    }

    private Map<String, Object> riskIsLiquidatable(JsonNode inputs) {
        return Map.of(
                "is_liquidatable",
                Venue.state(number(inputs, "nc"), number(inputs, "mmr")).isLiquidatable());
    }

    private Map<String, Object> compareRisk(JsonNode inputs) {
        JsonNode first = inputs.path("a");
        JsonNode second = inputs.path("b");
        int order = Venue.state(number(first, "nc"), number(first, "mmr"))
                .compareRisk(Venue.state(number(second, "nc"), number(second, "mmr")));
        return Map.of("cmp", BigDecimal.valueOf(Integer.signum(order)));
    }

    private Map<String, Object> bankruptcyPrice(JsonNode inputs) {
        return Map.of("bankruptcy_price_quote_quantums", proceeds(inputs, number(inputs, "delta_quantums")));
    }

    private static Ratio proceeds(JsonNode inputs, BigDecimal change) {
        DydxAccount account = new DydxAccount(inputs);
        Close close = account.close(inputs.path("perpetual_id").asText(), change);
        return close.bankruptcyProceeds(account.equity(), account.maintenance(), UP);
    }

    private Map<String, Object> fillablePrice(JsonNode inputs) {
        DydxAccount account = new DydxAccount(inputs);
        Close close = account.close(inputs.path("perpetual_id").asText(), number(inputs, "delta_quantums"));
        FillablePrice price = new FillablePrice(
                scaled(inputs, "bankruptcy_adjustment_ppm", PPM),
                scaled(inputs, "spread_to_maintenance_margin_ratio_ppm", PPM));
        return Map.of("fillable_price", price.of(close.before(), account.equity(), account.maintenance()));
    }

    private Map<String, Object> subticks(JsonNode inputs) {
        Ratio price = Inputs.fraction(inputs.path("fillable_price")).orElseThrow();
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-Inputs.whole(inputs, "quantum_conversion_exponent"));
        return Map.of(
                "subticks",
                new PriceTicks(number(inputs, "subticks_per_tick"), HIGHEST_PRICE)
                        .limit(price.times(unit), claim(inputs, "is_liquidating_long")));
    }

    private Map<String, Object> insuranceFundDelta(JsonNode inputs) {
        BigDecimal fill = number(inputs, "fill_amount");
        if (fill.signum() == 0) {
            throw new InvalidFactException("fill_amount", "must not be 0.");
        }
        BigDecimal filled = DOWN.decimal(fill.multiply(number(inputs, "subticks"))
                .scaleByPowerOfTen(Inputs.whole(inputs, "quantum_conversion_exponent")));
        boolean buys = claim(inputs, "is_buy");
        return Map.of(
                "insurance_fund_delta_quote_quantums",
                InsuranceFund.delta(
                        buys ? filled.negate() : filled,
                        proceeds(inputs, buys ? fill : fill.negate()),
                        scaled(inputs, "max_liquidation_fee_ppm", PPM),
                        DOWN));
    }

    private Map<String, Object> notionalBounds(JsonNode inputs) {
        BigDecimal notional = new DydxAccount(inputs).first().value().abs();
        return Map.of(
                "min", limits(inputs).least(notional), "max", limits(inputs).most(notional));
    }

    private Map<String, Object> sizeToLiquidate(JsonNode inputs) {
        DydxAccount account = new DydxAccount(inputs);
        return Map.of(
                "delta_quantums",
                limits(inputs)
                        .change(
                                account.first().quantity(),
                                account.firstMarket().price(),
                                account.first().value().abs(),
                                number(inputs, "subaccount_max_notional_liquidated"),
                                number(inputs, "step_base_quantums")));
    }

    private static LiquidationLimits limits(JsonNode inputs) {
        return new LiquidationLimits(
                number(inputs, "min_position_notional_liquidated"),
                scaled(inputs, "max_position_portion_liquidated_ppm", PPM),
                DOWN);
    }

    private Map<String, Object> fundingSettlement(JsonNode inputs) {
        return Map.of(
                "net_settlement_ppm",
                new FundedPosition(number(inputs, "quantums"), BigDecimal.ONE)
                        .byIndex(number(inputs, "position_funding_index"), number(inputs, "perpetual_funding_index")));
    }

    private Map<String, Object> marginRequirements(JsonNode inputs) {
        DydxMarket market = new DydxMarket(inputs);
        BigDecimal notional = market.value(number(inputs, "quantums"));
        BigDecimal openInterest = market.value(number(inputs, "open_interest_quantums"));
        MarginFractions fractions = new MarginFractions(
                scaled(inputs, "initial_margin_ppm", PPM), scaled(inputs, "maintenance_fraction_ppm", PPM));
        return Map.of(
                "imr", scaling(inputs).initialMargin(notional, openInterest, RATES, UP),
                "mmr", fractions.maintenance(notional, UP));
    }

    private Map<String, Object> initialMargin(JsonNode inputs) {
        return Map.of(
                "initial_margin",
                scaling(inputs)
                        .initialMargin(
                                number(inputs, "quote_quantums"),
                                number(inputs, "open_interest_quote_quantums"),
                                RATES,
                                UP));
    }

    private static OpenInterestScaling scaling(JsonNode inputs) {
        return new OpenInterestScaling(
                scaled(inputs, "initial_margin_ppm", PPM),
                number(inputs, "oi_lower_cap"),
                number(inputs, "oi_upper_cap"));
    }

    private Map<String, Object> order(JsonNode inputs) {
        List<LiquidationCandidate> candidates = new ArrayList<>();
        inputs.path("orders")
                .forEach(order -> candidates.add(new LiquidationCandidate(
                        Inputs.text(order, "id"),
                        Ratio.of(number(order, "fillable_price")),
                        number(inputs, "oracle_price"),
                        number(order, "size_btc"))));
        return Map.of(
                "order",
                LiquidationCandidate.inOrder(candidates).stream()
                        .map(LiquidationCandidate::id)
                        .toList());
    }
}
