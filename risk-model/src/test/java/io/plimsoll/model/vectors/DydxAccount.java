package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.number;
import static io.plimsoll.model.vectors.Inputs.numberOr;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.liquidation.Close;
import io.plimsoll.model.liquidation.PositionFigures;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// A subaccount of dYdX, in quote quantums: its balance already has what positions were bought for.
final class DydxAccount {

    private final Map<String, PositionFigures> positions = new LinkedHashMap<>();
    private final JsonNode inputs;

    DydxAccount(JsonNode inputs) {
        this.inputs = inputs;
        inputs.path("positions").forEach(position -> {
            String id = position.path("perpetual_id").asText();
            positions.put(id, market(id).figures(number(position, "quantums")));
        });
    }

    BigDecimal equity() {
        return positions.values().stream()
                .map(PositionFigures::value)
                .reduce(numberOr(inputs, "usdc_quantums", BigDecimal.ZERO), BigDecimal::add);
    }

    BigDecimal maintenance() {
        return positions.values().stream().map(PositionFigures::maintenance).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isLiquidatable() {
        return Venue.state(equity(), maintenance()).isLiquidatable();
    }

    Close close(String id, BigDecimal change) {
        PositionFigures before = positions.getOrDefault(id, PositionFigures.NONE);
        BigDecimal after = before.quantity().add(change);
        return new Close(before, market(id).figures(after));
    }

    PositionFigures first() {
        return positions.values().iterator().next();
    }

    DydxMarket firstMarket() {
        return market(positions.keySet().iterator().next());
    }

    private DydxMarket market(String id) {
        return new DydxMarket(inputs.path("markets").path(id));
    }
}
