package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.liquidation.InsuranceFund;
import io.plimsoll.model.requirement.FreeMargin;
import io.plimsoll.model.vectors.Venue.Held;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Worked examples of documents and issues. Sizes are positive for long, negative for short.
final class DocsVectors {

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "liquidation_price", this::liquidationPrice,
                "bankruptcy_unit_price", this::bankruptcyPrice,
                "insurance_contribution", this::insuranceContribution,
                "adl_at_bankruptcy", this::profit,
                "cross_liquidation_price_with_other_maintenance", this::crossLiquidationPrice,
                "reduce_to_maintenance_boundary", this::reduceToBoundary);
    }

    private Map<String, Object> liquidationPrice(JsonNode inputs) {
        return price(number(inputs, "collateral"), held(inputs, "mmf", "entry_price"), number(inputs, "other_mmr"));
    }

    private Map<String, Object> crossLiquidationPrice(JsonNode inputs) {
        BigDecimal mark = number(inputs, "mark_price");
        Held held = new Held(number(inputs, "size"), mark, mark, flat(number(inputs, "mmr")));
        return price(number(inputs, "equity"), held, Inputs.numberOr(inputs, "other_maintenance", BigDecimal.ZERO));
    }

    private static Map<String, Object> price(BigDecimal wallet, Held held, BigDecimal others) {
        List<Held> all = new ArrayList<>(List.of(held));
        if (others.signum() != 0) {
            all.add(Venue.requiring(others));
        }
        return Map.of("liquidation_price", Venue.liquidationPrice(MarginMode.CROSS, wallet, all));
    }

    private Map<String, Object> bankruptcyPrice(JsonNode inputs) {
        Held held = held(inputs, "mmf", "entry_price");
        return Map.of("bankruptcy_price", Venue.bankruptcyPrice(number(inputs, "collateral"), held));
    }

    private Map<String, Object> insuranceContribution(JsonNode inputs) {
        Held held = held(inputs, "mmf", "fill_price");
        return Map.of(
                "insurance_paid",
                InsuranceFund.contribution(Venue.equity(number(inputs, "collateral"), List.of(held))));
    }

    private Map<String, Object> profit(JsonNode inputs) {
        return Map.of("pnl", Venue.profit(held(inputs, "mmf", "close_price")));
    }

    private Map<String, Object> reduceToBoundary(JsonNode inputs) {
        return Map.of(
                "invested_after", FreeMargin.largestExposure(number(inputs, "equity"), number(inputs, "requirement")));
    }

    private static Held held(JsonNode inputs, String rate, String mark) {
        return new Held(
                number(inputs, "size"),
                number(inputs, "entry_price"),
                number(inputs, mark),
                flat(Inputs.numberOr(inputs, rate, BigDecimal.ZERO)));
    }

    private static MarginSchedule flat(BigDecimal rate) {
        return MarginSchedule.flat(rate, BigDecimal.ONE);
    }
}
