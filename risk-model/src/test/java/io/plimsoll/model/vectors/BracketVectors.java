package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.has;
import static io.plimsoll.model.vectors.Inputs.number;
import static io.plimsoll.model.vectors.Inputs.numberOr;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.vectors.Venue.Held;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Liquidation prices across Binance's brackets: the bracket is that of the price which is found.
final class BracketVectors {

    private final JsonNode brackets;

    /// @param brackets margin brackets by symbol; see [VectorFolder#brackets()]
    BracketVectors(JsonNode brackets) {
        this.brackets = brackets;
    }

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of("tiered_isolated_liquidation_price", this::tieredLiquidationPrice);
    }

    private Map<String, Object> tieredLiquidationPrice(JsonNode inputs) {
        JsonNode rows = brackets.path(inputs.path("symbol").asText());
        MarginSchedule schedule = schedule(rows);
        BigDecimal amount = number(inputs, "amount");
        BigDecimal entry = number(inputs, "entry_price");
        BigDecimal margin = number(inputs, "isolated_margin");
        Held held = new Held(amount.multiply(Inputs.sign(inputs)), entry, entry, schedule);
        PositionRisk atEntry = Venue.atMark(held);
        Ratio price = Venue.liquidationPrice(MarginMode.ISOLATED, margin, List.of(held));
        Held inTheEntryTier = new Held(
                held.quantity(),
                entry,
                entry,
                Venue.bracket(atEntry.tier().maintenanceRate(), atEntry.tier().maintenanceAmount()));
        Map<String, Object> figures = new HashMap<>();
        figures.put(
                "bracket_at_entry",
                Ratio.of(new BigDecimal(
                        rows.get(schedule.indexAt(atEntry.notional())).get(0).asText())));
        figures.put(
                "bracket_at_liquidation",
                Ratio.of(new BigDecimal(
                        rows.get(indexAt(schedule, price.times(amount))).get(0).asText())));
        figures.put("liquidation_price", price);
        figures.put(
                "liquidation_price_using_entry_bracket",
                Venue.liquidationPrice(MarginMode.ISOLATED, margin, List.of(inTheEntryTier)));
        return figures;
    }

    /// Tiers in either form: rows of a bracket table, or objects with freqtrade's names.
    static MarginSchedule schedule(JsonNode rows) {
        List<MarginTier> tiers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            boolean isRow = row.isArray();
            BigDecimal floor = number(row, isRow ? "1" : "minNotional");
            BigDecimal rate = number(row, isRow ? "4" : "maintenanceMarginRate");
            BigDecimal continuous =
                    i == 0 ? BigDecimal.ZERO : MarginSchedule.continuousAmount(tiers.getLast(), floor, rate);
            tiers.add(new MarginTier(
                    floor,
                    has(row, isRow ? "2" : "maxNotional") ? number(row, isRow ? "2" : "maxNotional") : null,
                    rate,
                    numberOr(row, isRow ? "5" : "maintAmt", continuous),
                    number(row, isRow ? "3" : "maxLeverage")));
        }
        return new MarginSchedule(tiers);
    }

    private static int indexAt(MarginSchedule schedule, Ratio notional) {
        int index = 0;
        while (index + 1 < schedule.tiers().size()
                && notional.compareTo(schedule.tiers().get(index + 1).floor()) >= 0) {
            index++;
        }
        return index;
    }
}
