package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.claim;
import static io.plimsoll.model.vectors.Inputs.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.requirement.FreeMargin;
import io.plimsoll.model.requirement.Notional;
import io.plimsoll.model.requirement.ShortOption;
import io.plimsoll.model.vectors.Venue.Held;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// QuantConnect LEAN's functions.
final class LeanVectors {

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "short_option_margin", this::shortOption,
                "crypto_future_initial_margin", this::cryptoFuture,
                "margin_remaining", this::marginRemaining);
    }

    private Map<String, Object> shortOption(JsonNode inputs) {
        ShortOption option = new ShortOption(
                isCall(inputs),
                number(inputs, "strike"),
                number(inputs, "option_price"),
                number(inputs, "underlying_price"));
        BigDecimal units = number(inputs, "contracts").multiply(number(inputs, "multiplier"));
        return Map.of("maintenance", option.maintenance().multiply(units));
    }

    private static boolean isCall(JsonNode inputs) {
        return switch (Inputs.text(inputs, "right")) {
            case "call" -> true;
            case "put" -> false;
            default ->
                throw new IllegalArgumentException(
                        "The right (%s) is neither call nor put.".formatted(Inputs.text(inputs, "right")));
        };
    }

    private Map<String, Object> cryptoFuture(JsonNode inputs) {
        BigDecimal units = number(inputs, "quantity").multiply(number(inputs, "contract_multiplier"));
        Ratio notional = claim(inputs, "inverse")
                ? Notional.inverseInQuote(units)
                : Notional.linear(units, number(inputs, "price"));
        return Map.of("initial_margin", Notional.margin(notional, BigDecimal.ONE, number(inputs, "leverage")));
    }

    // What is held counts in equity with its value, so that it has gained nothing at a price of 1.
    private Map<String, Object> marginRemaining(JsonNode inputs) {
        BigDecimal value = number(inputs, "holdings_value");
        BigDecimal equity = number(inputs, "cash").add(value);
        if (value.signum() == 0) {
            return Map.of("margin_remaining", Venue.freeCollateral(equity, List.of()));
        }
        Held held = new Held(
                value,
                BigDecimal.ONE,
                BigDecimal.ONE,
                MarginSchedule.flat(BigDecimal.ZERO, number(inputs, "leverage")));
        Ratio free = Venue.freeCollateral(equity, List.of(held));
        boolean turns = Inputs.text(inputs, "direction").equals(value.signum() > 0 ? "sell" : "buy");
        return Map.of(
                "margin_remaining",
                turns ? FreeMargin.forTurning(free, Venue.atMark(held).initialMargin()) : free);
    }
}
