package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.number;
import static io.plimsoll.model.vectors.Inputs.scaled;
import static io.plimsoll.model.vectors.Inputs.whole;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.liquidation.PositionFigures;
import io.plimsoll.model.requirement.MarginFractions;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// A perpetual of dYdX. A base quantum is `10^atomic_resolution` of the base asset, a quote quantum 10^-6;
/// values are cut off to whole quote quantums.
///
/// @param price quote quantums per base quantum
record DydxMarket(BigDecimal price, JsonNode market) {

    private static final int QUOTE = 6;
    private static final Rounding VALUES = Rounding.truncated(BigDecimal.ONE);
    private static final Rounding REQUIREMENTS = Rounding.up(BigDecimal.ONE);

    DydxMarket(JsonNode market) {
        this(
                number(market, "price")
                        .scaleByPowerOfTen(
                                whole(market, "atomic_resolution") + whole(market, "price_exponent") + QUOTE),
                market);
    }

    BigDecimal value(BigDecimal quantums) {
        return VALUES.decimal(quantums.multiply(price));
    }

    PositionFigures figures(BigDecimal quantums) {
        MarginFractions fractions = new MarginFractions(
                scaled(market, "initial_margin_ppm", QUOTE), scaled(market, "maintenance_fraction_ppm", QUOTE));
        BigDecimal value = value(quantums);
        return new PositionFigures(quantums, value, fractions.maintenance(value, REQUIREMENTS));
    }
}
