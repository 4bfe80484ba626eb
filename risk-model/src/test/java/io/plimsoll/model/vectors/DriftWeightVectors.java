package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.DriftVectors.cut;
import static io.plimsoll.model.vectors.DriftVectors.step;
import static io.plimsoll.model.vectors.DriftVectors.units;
import static io.plimsoll.model.vectors.Inputs.scaled;
import static io.plimsoll.model.vectors.Inputs.whole;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.requirement.SizePremium;
import io.plimsoll.model.requirement.WeightedProfit;
import io.plimsoll.model.requirement.Weights;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/// Drift v2's weights and margin requirements, in the units of [DriftVectors].
final class DriftWeightVectors {

    private static final int QUOTE = 6;
    private static final int BASE = 9;
    private static final int RATE = 4;
    private static final int BALANCE = 19;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Rounding MONEY = cut(QUOTE);
    private static final Rounding RATES = cut(RATE);

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "asset_weight", this::assetWeight,
                "liability_weight", this::liabilityWeight,
                "scaled_initial_asset_weight", inputs -> Map.of("weight", weight(scaledWeight(inputs))),
                "unrealized_pnl_asset_weight", this::profitWeight,
                "perp_margin_requirement_and_weighted_pnl", this::perpetual);
    }

    private Map<String, Object> assetWeight(JsonNode inputs) {
        BigDecimal maintenance = scaled(inputs, "maintenance_asset_weight", RATE);
        BigDecimal plain = switch (Inputs.text(inputs, "margin_type")) {
            case "Initial" -> scaledWeight(inputs);
            case "Fill" -> mean(scaledWeight(inputs), maintenance);
            case "Maintenance" -> maintenance;
            default -> throw unknownType(inputs);
        };
        return Map.of("weight", weight(premium(inputs, "imf_factor").discounted(plain, size(inputs), RATES)));
    }

    private Map<String, Object> liabilityWeight(JsonNode inputs) {
        BigDecimal initial = scaled(inputs, "initial_liability_weight", RATE);
        BigDecimal maintenance = scaled(inputs, "maintenance_liability_weight", RATE);
        BigDecimal plain = switch (Inputs.text(inputs, "margin_type")) {
            case "Initial" -> initial;
            case "Fill" -> mean(initial, maintenance);
            case "Maintenance" -> maintenance;
            default -> throw unknownType(inputs);
        };
        return Map.of("weight", weight(premium(inputs, "imf_factor").raised(plain, size(inputs), RATES)));
    }

    private static BigDecimal scaledWeight(JsonNode inputs) {
        BigDecimal plain = scaled(inputs, "initial_asset_weight", RATE);
        BigDecimal start = scaled(inputs, "scale_initial_asset_weight_start", QUOTE);
        if (start.signum() == 0) {
            return plain;
        }
        // A balance is of 10^-9 and its index, here of 1, of 10^-10.
        BigDecimal deposits = cut(whole(inputs, "decimals"))
                .decimal(scaled(inputs, "deposit_balance", BALANCE).scaleByPowerOfTen(BALANCE - BASE));
        BigDecimal value = MONEY.decimal(deposits.multiply(scaled(inputs, "oracle_price", QUOTE)));
        return RATES.decimal(
                Weights.of(plain, BigDecimal.ONE).withDeposits(value, start).asset());
    }

    private Map<String, Object> profitWeight(JsonNode inputs) {
        return Map.of("weight", weight(profit(inputs).weightOf(scaled(inputs, "unrealized_pnl", QUOTE))));
    }

    private Map<String, Object> perpetual(JsonNode inputs) {
        BigDecimal size = scaled(inputs, "base_asset_amount", BASE);
        BigDecimal notional = MONEY.decimal(size.abs().multiply(scaled(inputs, "oracle_price", QUOTE)));
        BigDecimal rate =
                premium(inputs, "imf_factor").raised(scaled(inputs, "margin_ratio_initial", RATE), size.abs(), RATES);
        BigDecimal value = size.signum() > 0 ? notional : notional.negate();
        BigDecimal counted = profit(inputs)
                .counted(
                        value.add(scaled(inputs, "quote_asset_amount", QUOTE)),
                        scaled(inputs, "max_positive_upnl_for_initial_margin", QUOTE),
                        MONEY);
        return Map.of(
                "margin_requirement",
                units(MONEY.of(notional.multiply(rate)), QUOTE),
                "weighted_unrealized_pnl",
                units(Ratio.of(counted), QUOTE));
    }

    private static WeightedProfit profit(JsonNode inputs) {
        return new WeightedProfit(
                scaled(inputs, "initial_asset_weight", RATE), premium(inputs, "unrealized_pnl_imf_factor"), RATES);
    }

    private static SizePremium premium(JsonNode inputs, String factor) {
        return new SizePremium(scaled(inputs, factor, QUOTE), step(10), step(5), cut(QUOTE));
    }

    private static BigDecimal size(JsonNode inputs) {
        return cut(BASE).decimal(scaled(inputs, "size", whole(inputs, "decimals")));
    }

    private static BigDecimal mean(BigDecimal first, BigDecimal second) {
        return RATES.decimal(first.add(second).multiply(HALF));
    }

    private static Ratio weight(BigDecimal weight) {
        return units(Ratio.of(weight), RATE);
    }

    private static IllegalArgumentException unknownType(JsonNode inputs) {
        return new IllegalArgumentException(
                "The margin type (%s) is unknown.".formatted(Inputs.text(inputs, "margin_type")));
    }
}
