package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.has;
import static io.plimsoll.model.vectors.Inputs.number;
import static io.plimsoll.model.vectors.Inputs.numberOr;
import static io.plimsoll.model.vectors.Inputs.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.accrual.FundedPosition;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.liquidation.EntryMargin;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.vectors.Venue.Held;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// freqtrade's functions: Binance's, Gate's, OKX's and Bybit's prices, tiers, leverage and funding. Amounts
/// are positive; the side is apart.
final class FreqtradeVectors {

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "binance_liquidation_price", this::binanceLiquidationPrice,
                "isolated_liquidation_price", this::isolatedLiquidationPrice,
                "tier_lookup", this::tierLookup,
                "max_leverage_for_margin", this::maxLeverageForMargin,
                "funding_fee", this::fundingFee);
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

    // The buffer moves the price towards the entry.
    private Map<String, Object> isolatedLiquidationPrice(JsonNode inputs) {
        BigDecimal rate = number(inputs, "maintenance_margin_rate");
        BigDecimal amount = numberOr(inputs, "maintenance_amount", BigDecimal.ZERO);
        Ratio price = switch (text(inputs, "exchange")) {
            case "binance" -> isolated(inputs, rate, amount);
            // Closing costs the fee, so it is required beside the margin.
            case "gate", "okx" -> isolated(inputs, rate.add(number(inputs, "taker_fee_rate")), BigDecimal.ZERO);
            case "bybit" ->
                new EntryMargin(
                                number(inputs, "entry_price"),
                                number(inputs, "leverage"),
                                rate,
                                Inputs.sign(inputs).signum() > 0)
                        .liquidationPrice();
            default ->
                throw new IllegalArgumentException("The exchange (%s) is unknown.".formatted(text(inputs, "exchange")));
        };
        BigDecimal buffer = numberOr(inputs, "liquidation_buffer", BigDecimal.ZERO);
        Ratio towardsEntry =
                price.minus(number(inputs, "entry_price")).abs().times(buffer).times(Inputs.sign(inputs));
        return Map.of("liquidation_price", price.plus(towardsEntry));
    }

    // Where the margin is entry × amount / leverage, all money is counted in units of 1/leverage: then the margin is a
    // finite decimal, and the price comes out in the same unit.
    private static Ratio isolated(JsonNode inputs, BigDecimal rate, BigDecimal maintenanceAmount) {
        BigDecimal amount = number(inputs, "amount");
        boolean ownMargin = has(inputs, "isolated_margin");
        BigDecimal unit = ownMargin ? BigDecimal.ONE : number(inputs, "leverage");
        BigDecimal entry = number(inputs, "entry_price").multiply(unit);
        BigDecimal margin =
                ownMargin ? number(inputs, "isolated_margin") : amount.multiply(number(inputs, "entry_price"));
        Held held = new Held(
                amount.multiply(Inputs.sign(inputs)),
                entry,
                entry,
                Venue.bracket(rate, maintenanceAmount.multiply(unit)));
        return Venue.liquidationPrice(MarginMode.ISOLATED, margin, List.of(held))
                .dividedBy(unit);
    }

    private Map<String, Object> fundingFee(JsonNode inputs) {
        return Map.of(
                "funding_fee",
                new FundedPosition(number(inputs, "amount").multiply(Inputs.sign(inputs)), BigDecimal.ONE)
                        .byRate(number(inputs, "funding_rate"), number(inputs, "mark_price")));
    }

    private Map<String, Object> tierLookup(JsonNode inputs) {
        MarginSchedule schedule = BracketVectors.schedule(inputs.path("tiers"));
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
        return Map.of(
                "max_leverage",
                BracketVectors.schedule(inputs.path("tiers")).maxLeverageFor(number(inputs, "initial_margin")));
    }

    private static Held bracketed(JsonNode position, String mark) {
        return new Held(
                number(position, "amount").multiply(Inputs.sign(position)),
                number(position, "entry_price"),
                number(position, mark),
                Venue.bracket(
                        number(position, "maintenance_margin_rate"),
                        numberOr(position, "maintenance_amount", BigDecimal.ZERO)));
    }
}
