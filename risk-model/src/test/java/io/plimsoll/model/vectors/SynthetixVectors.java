package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.liquidation.LiquidationWindow;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.requirement.PriceImpact;
import io.plimsoll.model.vectors.Venue.Held;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Synthetix v3's functions. Positions are entered at the index moved by their own impact.
final class SynthetixVectors {

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "account_pnl_and_available_margin", this::profitAndMargin,
                "total_notional", this::totalNotional,
                "liquidation_window", this::window);
    }

    // Profits are exact quotients, which entries of positions can't be: they are summed here, not in an account.
    private Map<String, Object> profitAndMargin(JsonNode inputs) {
        List<Ratio> profits = new ArrayList<>();
        for (JsonNode position : inputs.path("positions")) {
            PriceImpact impact = new PriceImpact(
                    number(position, "index_price_at_open"),
                    number(position, "skew_before"),
                    number(position, "skew_scale"));
            profits.add(impact.profit(number(position, "size"), number(position, "index_price_now")));
        }
        Ratio margin = profits.stream().reduce(Ratio.of(number(inputs, "collateral")), Ratio::plus);
        return Map.of("pnl", profits, "available_margin", margin);
    }

    private Map<String, Object> totalNotional(JsonNode inputs) {
        List<Held> held = new ArrayList<>();
        for (JsonNode position : inputs.path("positions")) {
            if (number(position, "size").signum() == 0) {
                continue;
            }
            BigDecimal mark = number(position, "index_price_now");
            held.add(new Held(
                    number(position, "size"), mark, mark, MarginSchedule.flat(BigDecimal.ZERO, BigDecimal.ONE)));
        }
        return Map.of("open_interest", Venue.exposure(number(inputs, "collateral"), held));
    }

    private Map<String, Object> window(JsonNode inputs) {
        BigDecimal seconds = number(inputs, "window_seconds");
        BigDecimal capacity = LiquidationWindow.capacity(
                number(inputs, "maker_fee").add(number(inputs, "taker_fee")),
                number(inputs, "skew_scale"),
                number(inputs, "multiplier"),
                seconds);
        LiquidationWindow window = new LiquidationWindow(capacity, seconds, List.of());
        Map<String, BigDecimal> left = new HashMap<>();
        List<BigDecimal> remaining = new ArrayList<>();
        for (JsonNode call : inputs.path("calls")) {
            BigDecimal time = number(call, "0");
            String account = call.path(1).asText();
            BigDecimal size = left.computeIfAbsent(account, name -> number(inputs.path("positions"), name));
            BigDecimal taken = window.room(time, size);
            window = window.after(time, taken);
            left.put(account, size.subtract(taken));
            remaining.add(size.subtract(taken));
        }
        return Map.of("remaining", remaining);
    }
}
