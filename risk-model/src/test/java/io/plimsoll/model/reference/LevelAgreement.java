package io.plimsoll.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.margin.Profit;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.reference.PlainLevels.Level;
import java.math.BigDecimal;

/// The price levels of one position by the engine and by [PlainLevels].
record LevelAgreement(AccountRisk risk, PositionRisk position, PlainLevels plain, Reached reached) {

    /// @throws AssertionError about the first difference
    void require(BigDecimal limit) {
        same("liquidation", PriceLevels.liquidationPrice(risk, position), plain.marginRatio(BigDecimal.ONE));
        same("limit", PriceLevels.atMarginRatio(risk, position, limit), plain.marginRatio(limit));
        same("bankruptcy", PriceLevels.bankruptcyPrice(risk, position), plain.bankruptcy());
        same("break-even", Profit.breakEven(position), plain.breakEven());
    }

    private void same(String name, PriceLevel engine, Level level) {
        String answer = switch (engine) {
            case PriceLevel.At _ -> "AT";
            case PriceLevel.Never _ -> "NEVER";
            case PriceLevel.Always _ -> "ALWAYS";
        };
        assertThat(answer).as("%s price of %s", name, position.id()).isEqualTo(level.answer());
        reached.mark(name + " " + answer);
        if (level.price() != null) {
            Ratio price = engine.level().orElseThrow();
            Agreement.same(name + " price of " + position.id(), price, level.price());
            reached.mark("level of " + kind());
            reached.markIf(!isInTheTierOfTheMark(price), "level in another tier");
        }
    }

    private String kind() {
        if (position.instrument().type() == InstrumentType.OPTION) {
            return position.position().isLong() ? "a bought option" : "a written option";
        }
        return position.instrument().type().isInverse() ? "an inverse contract" : "a linear one";
    }

    private boolean isInTheTierOfTheMark(Ratio price) {
        if (position.instrument().type() == InstrumentType.OPTION) {
            return true;
        }
        BigDecimal units =
                position.position().quantity().multiply(position.instrument().multiplier());
        Ratio notional = position.instrument().type().isInverse()
                ? Ratio.of(units.abs()).dividedBy(price)
                : price.times(units.abs());
        return notional.compareTo(position.tier().floor()) >= 0
                && position.tier()
                        .upperEnd()
                        .map(cap -> notional.compareTo(cap) < 0)
                        .orElse(true);
    }
}
