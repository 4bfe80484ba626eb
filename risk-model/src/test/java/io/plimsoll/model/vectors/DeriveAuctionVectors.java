package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.liquidation.AuctionDiscount;
import io.plimsoll.model.liquidation.AuctionSlice;
import java.util.Map;
import java.util.function.Function;

/// Derive's auctions of whole portfolios. Margins are equity less requirement: negative is short of it.
final class DeriveAuctionVectors {

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of("buffer_margin", this::bufferMargin, "max_proportion", this::maxProportion);
    }

    private Map<String, Object> bufferMargin(JsonNode inputs) {
        return Map.of(
                "buffer_margin",
                AuctionSlice.bufferMargin(
                        number(inputs, "maintenance_margin"),
                        number(inputs, "mark_to_market"),
                        number(inputs, "buffer_percentage")));
    }

    private Map<String, Object> maxProportion(JsonNode inputs) {
        AuctionDiscount discount = new AuctionDiscount(
                number(inputs, "start"),
                number(inputs, "fast_cutoff"),
                number(inputs, "fast_length"),
                number(inputs, "slow_length"));
        return Map.of(
                "max_proportion",
                AuctionSlice.maxProportion(
                        number(inputs, "buffer_margin"),
                        number(inputs, "mark_to_market"),
                        number(inputs, "reserved_cash"),
                        discount.at(number(inputs, "elapsed_seconds"))));
    }
}
