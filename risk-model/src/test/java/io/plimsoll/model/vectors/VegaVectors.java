package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.number;
import static io.plimsoll.model.vectors.Inputs.numberOr;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.accrual.PremiumFunding;
import io.plimsoll.model.liquidation.Disposal;
import io.plimsoll.model.liquidation.LossSharing;
import io.plimsoll.model.liquidation.TakenOver;
import io.plimsoll.model.requirement.CappedMargin;
import io.plimsoll.model.requirement.CappedMargin.Order;
import io.plimsoll.model.requirement.IsolatedMargin;
import io.plimsoll.model.requirement.MarginLevels;
import io.plimsoll.model.requirement.OrderBookMargin;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Vega's functions. Amounts are whole numbers in the market's own decimals; sizes are positive for long.
final class VegaVectors {

    private static final Rounding UP = Rounding.up(BigDecimal.ONE);
    private static final Rounding CUT = Rounding.truncated(BigDecimal.ONE);

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "margin_levels", this::marginLevels,
                "perp_funding_payment", this::fundingPayment,
                "isolated_margin", this::isolatedMargin,
                "fully_collateralised_margin", this::cappedMargin,
                "disposal_ladder", this::disposalLadder,
                "network_pnl", this::networkProfit,
                "loss_socialisation", this::lossSocialisation);
    }

    private Map<String, Object> marginLevels(JsonNode inputs) {
        OrderBookMargin margin = new OrderBookMargin(
                number(inputs, "mark_price"),
                number(inputs, "risk_factor_long"),
                number(inputs, "risk_factor_short"),
                number(inputs, "linear_slippage_factor"));
        BigDecimal volume = number(inputs, "open_volume");
        BigDecimal exact = margin.maintenance(volume, number(inputs, "buy_orders"), number(inputs, "sell_orders"))
                .add(OrderBookMargin.funding(
                        numberOr(inputs, "margin_funding_factor", BigDecimal.ZERO),
                        numberOr(inputs, "funding_payment", BigDecimal.ZERO),
                        volume));
        JsonNode scaling = inputs.path("scaling");
        BigDecimal search = numberOr(scaling, "search", BigDecimal.ONE);
        BigDecimal initial = numberOr(scaling, "initial", search);
        MarginLevels levels = MarginLevels.of(
                exact, new MarginLevels.Factors(search, initial, numberOr(scaling, "release", initial)), UP, CUT);
        return Map.of(
                "maintenance_exact", exact,
                "maintenance", levels.maintenance(),
                "search", levels.search(),
                "initial", levels.initial(),
                "release", levels.release());
    }

    private Map<String, Object> fundingPayment(JsonNode inputs) {
        return Map.of(
                "funding_payment",
                new PremiumFunding(
                                number(inputs, "interest_rate"),
                                number(inputs, "clamp_lower"),
                                number(inputs, "clamp_upper"))
                        .owedPerUnit(number(inputs, "f_twap"), number(inputs, "s_twap"), number(inputs, "delta_t")));
    }

    private Map<String, Object> isolatedMargin(JsonNode inputs) {
        return Map.of(
                "amount",
                new IsolatedMargin(number(inputs, "margin_factor"))
                        .of(number(inputs, "price"), number(inputs, "size"), CUT));
    }

    private Map<String, Object> cappedMargin(JsonNode inputs) {
        CappedMargin capped = new CappedMargin(number(inputs, "max_price"));
        BigDecimal position = number(inputs, "position");
        return Map.of(
                "margin", capped.position(position, number(inputs, "average_entry")),
                "order_margin",
                        capped.orders(position, orders(inputs.path("buy_orders")), orders(inputs.path("sell_orders"))));
    }

    private static List<Order> orders(JsonNode rows) {
        List<Order> orders = new ArrayList<>();
        rows.forEach(row -> orders.add(new Order(number(row, "0"), number(row, "1"))));
        return orders;
    }

    private Map<String, Object> disposalLadder(JsonNode inputs) {
        Disposal disposal = new Disposal(
                number(inputs, "disposal_fraction"),
                number(inputs, "full_disposal_size"),
                number(inputs, "max_fraction_of_book_side"),
                BigDecimal.ONE);
        return Map.of("trades", disposal.ladder(number(inputs, "position"), number(inputs, "book_side_volume")));
    }

    private Map<String, Object> networkProfit(JsonNode inputs) {
        TakenOver network = TakenOver.NOTHING;
        BigDecimal mark = BigDecimal.ZERO;
        for (JsonNode step : inputs.path("steps")) {
            mark = number(step, "1");
            network = step.path(0).asText().equals("takeover") ? network.with(number(step, "2"), mark) : network;
        }
        return Map.of(
                "position", network.quantity(), "realised", network.realised(), "unrealised", network.unrealised(mark));
    }

    private Map<String, Object> lossSocialisation(JsonNode inputs) {
        BigDecimal shortfall = BigDecimal.ZERO;
        for (JsonNode loser : inputs.path("losses")) {
            BigDecimal uncovered = number(loser, "loss").subtract(number(loser, "collateral"));
            shortfall = shortfall.add(uncovered.max(BigDecimal.ZERO));
        }
        Map<String, BigDecimal> gains = new HashMap<>();
        inputs.path("gains")
                .properties()
                .forEach(gain -> gains.put(gain.getKey(), number(inputs.path("gains"), gain.getKey())));
        return Map.of("haircuts", LossSharing.haircuts(shortfall, number(inputs, "insurance_pool"), gains));
    }
}
