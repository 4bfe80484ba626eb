package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.has;
import static io.plimsoll.model.vectors.Inputs.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.requirement.PerpetualHealth;
import io.plimsoll.model.requirement.Weights;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/// Mango v4's health: a perpetual's contribution settles in one of the tokens, and counts with its balance.
final class MangoVectors {

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of("init_health", this::health);
    }

    private Map<String, Object> health(JsonNode inputs) {
        JsonNode perpetual = inputs.path("perp");
        Ratio contribution = contribution(perpetual);
        Ratio health = Ratio.ZERO;
        for (int i = 0; i < inputs.path("tokens").size(); i++) {
            JsonNode token = inputs.path("tokens").get(i);
            BigDecimal price = number(token, "price");
            Ratio value = Ratio.of(number(token, "balance").multiply(price));
            boolean settles = Inputs.whole(perpetual, "settle_token") == i;
            health = health.plus(weights(token, price).apply(settles ? value.plus(contribution) : value));
        }
        return Map.of("health", health);
    }

    private static Ratio contribution(JsonNode perpetual) {
        BigDecimal lot = number(perpetual, "base_lot_size");
        return new PerpetualHealth(
                        number(perpetual, "base_lots").multiply(lot),
                        number(perpetual, "quote"),
                        number(perpetual, "bids_base_lots").multiply(lot),
                        number(perpetual, "asks_base_lots").multiply(lot),
                        number(perpetual, "price"))
                .contribution(
                        Weights.of(
                                number(perpetual, "init_base_asset_weight"),
                                number(perpetual, "init_base_liab_weight")),
                        number(perpetual, "init_overall_asset_weight"));
    }

    private static Weights weights(JsonNode token, BigDecimal price) {
        Weights weights = Weights.of(number(token, "init_asset_weight"), number(token, "init_liab_weight"));
        if (has(token, "deposit_scale_start")) {
            weights = weights.withDeposits(
                    number(token, "bank_deposits").multiply(price), number(token, "deposit_scale_start"));
        }
        if (has(token, "borrow_scale_start")) {
            weights = weights.withBorrows(
                    number(token, "bank_borrows").multiply(price), number(token, "borrow_scale_start"));
        }
        return weights;
    }
}
