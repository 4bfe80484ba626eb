package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.claim;
import static io.plimsoll.model.vectors.Inputs.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.requirement.FreeMargin;
import io.plimsoll.model.requirement.Notional;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// NautilusTrader's functions. Its currency of an inverse contract's margin is bitcoin, otherwise dollars.
final class NautilusVectors {

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of("margin", this::margin, "locked_balance", this::lockedBalance);
    }

    private Map<String, Object> margin(JsonNode inputs) {
        BigDecimal quantity = number(inputs, "quantity");
        boolean inBase = claim(inputs, "inverse") && !claim(inputs, "use_quote_for_inverse");
        Ratio notional = inBase
                ? Notional.inverse(quantity, number(inputs, "price"))
                : claim(inputs, "inverse")
                        ? Notional.inverseInQuote(quantity)
                        : Notional.linear(quantity, number(inputs, "price"));
        boolean leveraged = Inputs.text(inputs, "model").equals("leveraged");
        Ratio margin = Notional.margin(
                notional,
                number(inputs, "rate").multiply(number(inputs, "extra_multiplier")),
                leveraged ? number(inputs, "leverage") : BigDecimal.ONE);
        BigDecimal cent = BigDecimal.ONE.scaleByPowerOfTen(-Inputs.whole(inputs, "currency_precision"));
        return Map.of("amount", Rounding.nearest(cent).of(margin), "currency", inBase ? "BTC" : "USD");
    }

    private Map<String, Object> lockedBalance(JsonNode inputs) {
        List<BigDecimal> requirements = new ArrayList<>();
        inputs.path("margins").forEach(margin -> {
            requirements.add(number(margin, "initial"));
            requirements.add(number(margin, "maintenance"));
        });
        BigDecimal total = number(inputs, "total");
        BigDecimal locked = FreeMargin.locked(total, requirements);
        return Map.of("locked", locked, "free", total.subtract(locked));
    }
}
