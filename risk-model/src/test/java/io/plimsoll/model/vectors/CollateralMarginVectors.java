package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.claim;
import static io.plimsoll.model.vectors.Inputs.number;
import static io.plimsoll.model.vectors.Inputs.numberOr;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.requirement.IsolatedMargin;
import io.plimsoll.model.requirement.OrderBookMargin;
import io.plimsoll.model.rounding.Rounding;
import io.plimsoll.model.vectors.Venue.Held;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Liquidation prices and margins among the functions of collateral: freqtrade's exchanges, in the units of
/// [FreqtradeVectors], and Vega, rounded nowhere.
final class CollateralMarginVectors {

    private static final Map<String, String> NAMES = Map.of(
            "open_rate", "entry_price",
            "amount", "amount",
            "leverage", "leverage",
            "wallet_balance", "isolated_margin",
            "mm_ratio", "maintenance_margin_rate",
            "maintenance_amt", "maintenance_amount",
            "taker_fee", "taker_fee_rate");

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "liq_price_binance",
                isolated("binance", "amount", "wallet_balance", "maintenance_amt"),
                "liq_price_okx",
                isolated("okx", "amount", "wallet_balance", "taker_fee"),
                "liq_price_bybit",
                isolated("bybit", "leverage"),
                "liq_price_binance_cross",
                CollateralMarginVectors::cross,
                "vega_isolated",
                CollateralMarginVectors::vegaIsolated,
                "vega_maintenance",
                CollateralMarginVectors::vegaMaintenance);
    }

    private static Function<JsonNode, Map<String, Object>> isolated(String exchange, String... inputs) {
        return new Renamed(
                Objects.requireNonNull(new FreqtradeVectors().byName().get("isolated_liquidation_price")),
                Stream.concat(Stream.of("open_rate", "mm_ratio"), Stream.of(inputs))
                        .collect(Collectors.toMap(Function.identity(), NAMES::get)),
                vector -> Map.of("exchange", exchange, "side", claim(vector, "is_short") ? "short" : "long"),
                "liquidation_price");
    }

    // Amounts are positive for long, negative for short.
    private static Map<String, Object> cross(JsonNode inputs) {
        List<Held> held = new ArrayList<>(List.of(held(inputs.path("own"))));
        Inputs.rows(inputs, "others").forEach(other -> held.add(held(other)));
        return Map.of(Figures.ONLY, Venue.liquidationPrice(MarginMode.CROSS, number(inputs, "wallet_balance"), held));
    }

    private static Held held(JsonNode position) {
        return new Held(
                number(position, "amount"),
                number(position, "open_rate"),
                number(position, "mark"),
                Venue.bracket(number(position, "mmr"), numberOr(position, "cum", BigDecimal.ZERO)));
    }

    private static Map<String, Object> vegaIsolated(JsonNode inputs) {
        return Map.of(
                Figures.ONLY,
                new IsolatedMargin(number(inputs, "margin_factor"))
                        .of(number(inputs, "entry"), number(inputs, "position"), Rounding.EXACT));
    }

    private static Map<String, Object> vegaMaintenance(JsonNode inputs) {
        BigDecimal risk = number(inputs, "risk_factor");
        return Map.of(
                Figures.ONLY,
                new OrderBookMargin(number(inputs, "mark"), risk, risk, number(inputs, "linear_slippage"))
                        .maintenanceAt(number(inputs, "exit_price"), number(inputs, "position")));
    }
}
