package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.liquidation.FreeableShare;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Drift's functions among those of collateral: [DriftVectors] under other names, which state the units.
final class CollateralDriftVectors {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("margin_shortage_1e6", "margin_shortage"),
            Map.entry("margin_ratio_1e4", "margin_ratio"),
            Map.entry("liq_fee_1e6", "liquidator_fee"),
            Map.entry("if_fee_1e6", "if_liquidation_fee"),
            Map.entry("max_fee_1e6", "max_if_liquidation_fee"),
            Map.entry("oracle_price_1e6", "oracle_price"),
            Map.entry("quote_price_1e6", "quote_oracle_price"),
            Map.entry("base_1e9", "base_asset_amount"),
            Map.entry("asset_amount", "asset_amount"),
            Map.entry("asset_decimals", "asset_decimals"),
            Map.entry("asset_price_1e6", "asset_price"),
            Map.entry("asset_weight_1e4", "asset_weight"),
            Map.entry("asset_mult_1e6", "asset_liquidation_multiplier"),
            Map.entry("liab_amount", "liability_amount"),
            Map.entry("liab_decimals", "liability_decimals"),
            Map.entry("liab_price_1e6", "liability_price"),
            Map.entry("liab_weight_1e4", "liability_weight"),
            Map.entry("liab_mult_1e6", "liability_liquidation_multiplier"));
    private static final String[] PERPETUAL = {"margin_ratio_1e4", "liq_fee_1e6", "oracle_price_1e6", "quote_price_1e6"
    };
    private static final String[] SWAP = {
        "asset_mult_1e6", "asset_decimals", "asset_price_1e6", "liab_mult_1e6", "liab_decimals", "liab_price_1e6"
    };
    // Shares come out as quotients that no decimal holds.
    private static final Rounding FINE = Rounding.truncated(BigDecimal.ONE.movePointLeft(30));

    private final Map<String, Function<JsonNode, Map<String, Object>>> drift = new DriftVectors().byName();

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "drift_base_to_cover",
                        renamed(
                                "size_to_cover_margin_shortage",
                                "base_asset_amount",
                                PERPETUAL,
                                "margin_shortage_1e6",
                                "if_fee_1e6"),
                "drift_perp_if_fee",
                        renamed("perp_if_fee", "fee", PERPETUAL, "margin_shortage_1e6", "base_1e9", "max_fee_1e6"),
                "drift_liability_to_cover", this::liabilityToCover,
                "drift_liab_implied",
                        renamed("liability_transfer_implied_by_asset", "liability_transfer", SWAP, "asset_amount"),
                "drift_asset_for_liability",
                        renamed("asset_transfer_for_liability", "asset_transfer", SWAP, "asset_amount", "liab_amount"),
                "drift_max_pct", CollateralDriftVectors::maxShare);
    }

    private Function<JsonNode, Map<String, Object>> renamed(
            String function, String figure, String[] inputs, String... more) {
        return new Renamed(
                Objects.requireNonNull(drift.get(function)),
                Stream.of(inputs, more).flatMap(Stream::of).collect(Collectors.toMap(Function.identity(), NAMES::get)),
                none -> Map.of(),
                figure);
    }

    private Map<String, Object> liabilityToCover(JsonNode inputs) {
        Map<String, Object> answer = renamed(
                        "liability_transfer_to_cover_margin_shortage",
                        "liability_transfer",
                        new String[] {"margin_shortage_1e6", "if_fee_1e6", "asset_weight_1e4", "asset_mult_1e6"},
                        "liab_weight_1e4",
                        "liab_mult_1e6",
                        "liab_decimals",
                        "liab_price_1e6")
                .apply(inputs);
        return answer.containsValue(DriftVectors.ALL_OF_A_BALANCE) ? Map.of(Figures.ONLY, "MAX") : answer;
    }

    // In dollars and shares, unlike all else here, and rounded nowhere.
    private static Map<String, Object> maxShare(JsonNode inputs) {
        FreeableShare share = new FreeableShare(
                number(inputs, "initial_pct"),
                number(inputs, "duration").longValueExact(),
                DriftVectors.SMALL_SHORTAGE,
                FINE,
                Rounding.EXACT);
        return Map.of(
                Figures.ONLY,
                Ratio.of(share.of(
                        number(inputs, "margin_shortage"),
                        number(inputs, "already_freed"),
                        number(inputs, "slots_elapsed").longValueExact())));
    }
}
