package io.plimsoll.model.vectors;

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

/// The functions that the shared vectors state figures for, each answered by the model. A vector's inputs go in; out
/// come figures ([Ratio]) and claims (`Boolean`) by name. Figures are read as the decimals that are written.
final class VectorFunctions {

    private final JsonNode brackets;

    /// @param brackets the margin brackets by symbol, each `[number, floor, cap, leverage, rate, amount]`
    VectorFunctions(JsonNode brackets) {
        this.brackets = brackets;
    }

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "binance_liquidation_price", this::binanceLiquidationPrice,
                "isolated_liquidation_price", this::isolatedLiquidationPrice,
                "tier_lookup", this::tierLookup,
                "max_leverage_for_margin", this::maxLeverageForMargin,
                "tiered_isolated_liquidation_price", this::tieredLiquidationPrice,
                "risk_cmp", this::compareRisk,
                "risk_is_liquidatable", this::isLiquidatable,
                "cross_liquidation_price_with_other_maintenance", this::crossLiquidationPrice);
    }

    private Map<String, Object> binanceLiquidationPrice(JsonNode inputs) {
        boolean isCross = inputs.path("margin_mode").asText().equals("cross");
        List<Held> held = new ArrayList<>();
        held.add(bracketed(inputs, "entry_price"));
        if (isCross) {
            inputs.path("other_positions").forEach(other -> held.add(bracketed(other, "mark_price")));
        }
        return Map.of(
                "liquidation_price",
                Venue.liquidationPrice(
                        isCross ? MarginMode.CROSS : MarginMode.ISOLATED, number(inputs, "wallet_balance"), held));
    }

    // Where the margin is entry × amount / leverage, all money is counted in units of 1/leverage: then the margin is a
    // finite decimal, and the price comes out in the same unit. The buffer moves the price towards the entry.
    private Map<String, Object> isolatedLiquidationPrice(JsonNode inputs) {
        BigDecimal amount = number(inputs, "amount");
        BigDecimal entry = number(inputs, "entry_price");
        boolean ownMargin = inputs.hasNonNull("isolated_margin");
        BigDecimal unit = ownMargin ? BigDecimal.ONE : number(inputs, "leverage");
        BigDecimal margin = ownMargin ? number(inputs, "isolated_margin") : amount.multiply(entry);
        MarginSchedule schedule = Venue.bracket(
                number(inputs, "maintenance_margin_rate"),
                numberOr(inputs, "maintenance_amount", BigDecimal.ZERO).multiply(unit));
        BigDecimal scaled = entry.multiply(unit);
        Held held = new Held(amount.multiply(sign(inputs)), scaled, scaled, schedule);
        Ratio price = Venue.liquidationPrice(MarginMode.ISOLATED, margin, List.of(held))
                .dividedBy(unit);
        BigDecimal buffer = numberOr(inputs, "liquidation_buffer", BigDecimal.ZERO);
        Ratio towardsEntry = price.minus(entry).abs().times(buffer).times(sign(inputs));
        return Map.of("liquidation_price", price.plus(towardsEntry));
    }

    private Map<String, Object> tierLookup(JsonNode inputs) {
        MarginSchedule schedule = schedule(inputs.path("tiers"));
        BigDecimal notional = number(inputs, "notional");
        MarginTier tier = notional.signum() == 0
                ? schedule.tierAt(notional)
                : Venue.atMark(new Held(notional, BigDecimal.ONE, BigDecimal.ONE, schedule))
                        .tier();
        return Map.of(
                "maintenance_margin_rate", Ratio.of(tier.maintenanceRate()),
                "maintenance_amount", Ratio.of(tier.maintenanceAmount()));
    }

    private Map<String, Object> maxLeverageForMargin(JsonNode inputs) {
        return Map.of("max_leverage", schedule(inputs.path("tiers")).maxLeverageFor(number(inputs, "initial_margin")));
    }

    private Map<String, Object> tieredLiquidationPrice(JsonNode inputs) {
        JsonNode rows = brackets.path(inputs.path("symbol").asText());
        MarginSchedule schedule = schedule(rows);
        BigDecimal amount = number(inputs, "amount");
        BigDecimal entry = number(inputs, "entry_price");
        BigDecimal margin = number(inputs, "isolated_margin");
        Held held = new Held(amount.multiply(sign(inputs)), entry, entry, schedule);
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

    private Map<String, Object> compareRisk(JsonNode inputs) {
        JsonNode first = inputs.path("a");
        JsonNode second = inputs.path("b");
        int order = Venue.state(number(first, "nc"), number(first, "mmr"))
                .compareRisk(Venue.state(number(second, "nc"), number(second, "mmr")));
        return Map.of("cmp", Ratio.of(BigDecimal.valueOf(Integer.signum(order))));
    }

    private Map<String, Object> isLiquidatable(JsonNode inputs) {
        return Map.of(
                "is_liquidatable",
                Venue.state(number(inputs, "nc"), number(inputs, "mmr")).isLiquidatable());
    }

    private Map<String, Object> crossLiquidationPrice(JsonNode inputs) {
        BigDecimal mark = number(inputs, "mark_price");
        BigDecimal others = numberOr(inputs, "other_maintenance", BigDecimal.ZERO);
        List<Held> held = new ArrayList<>();
        held.add(new Held(
                number(inputs, "size"), mark, mark, MarginSchedule.flat(number(inputs, "mmr"), BigDecimal.ONE)));
        if (others.signum() != 0) {
            held.add(Venue.requiring(others));
        }
        return Map.of("liquidation_price", Venue.liquidationPrice(MarginMode.CROSS, number(inputs, "equity"), held));
    }

    private static Held bracketed(JsonNode position, String mark) {
        return new Held(
                number(position, "amount").multiply(sign(position)),
                number(position, "entry_price"),
                number(position, mark),
                Venue.bracket(
                        number(position, "maintenance_margin_rate"),
                        numberOr(position, "maintenance_amount", BigDecimal.ZERO)));
    }

    /// Tiers in either form: rows of a bracket table, or objects with freqtrade's names.
    private static MarginSchedule schedule(JsonNode rows) {
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

    private static BigDecimal sign(JsonNode inputs) {
        return inputs.path("side").asText().equals("short") ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    }

    private static BigDecimal numberOr(JsonNode inputs, String field, BigDecimal otherwise) {
        return has(inputs, field) ? number(inputs, field) : otherwise;
    }

    private static boolean has(JsonNode inputs, String field) {
        return !at(inputs, field).isNull() && !at(inputs, field).isMissingNode();
    }

    private static BigDecimal number(JsonNode inputs, String field) {
        if (!has(inputs, field)) {
            throw new IllegalArgumentException("The vector has no number \"" + field + "\".");
        }
        JsonNode node = at(inputs, field);
        return node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText());
    }

    private static JsonNode at(JsonNode inputs, String field) {
        return inputs.isArray() ? inputs.path(Integer.parseInt(field)) : inputs.path(field);
    }
}
