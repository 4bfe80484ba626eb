package io.plimsoll.model.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceLevelsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/margin/price-levels.csv", delimiter = '|', numLinesToSkip = 1)
    void theRootInItsOwnTier(
            String name,
            MarginMode mode,
            String balances,
            String positions,
            BigDecimal ratio,
            String level,
            String bankruptcy) {
        AccountRisk risk = AccountRisk.of(Snapshots.of(mode, balances, positions, ""));
        PositionRisk first = risk.position(positions.split(" ", 2)[0]);

        assertLevel(PriceLevels.atMarginRatio(risk, first, ratio), level);
        assertLevel(PriceLevels.bankruptcyPrice(risk, first), bankruptcy);
        if (ratio.compareTo(BigDecimal.ONE) == 0) {
            assertThat(PriceLevels.liquidationPrice(risk, first))
                    .isEqualTo(PriceLevels.atMarginRatio(risk, first, ratio));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1"})
    void noPriceLeadsToARatioThatIsNone(BigDecimal ratio) {
        AccountRisk risk = AccountRisk.of(Snapshots.cross("100", "FREE -10 @ 100 -> 100"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceLevels.atMarginRatio(risk, risk.position("FREE"), ratio))
                .withMessageContaining("(" + ratio + ")");
    }

    private static void assertLevel(PriceLevel level, String expected) {
        switch (level) {
            case PriceLevel.Never _ -> assertThat("NEVER").isEqualTo(expected);
            case PriceLevel.Always _ -> assertThat("ALWAYS").isEqualTo(expected);
            case PriceLevel.At at -> {
                String[] terms = expected.split("/", -1);
                assertThat(terms[0]).matches("[0-9.]+");
                assertThat(at.price())
                        .isEqualByComparingTo(Ratio.of(
                                new BigDecimal(terms[0]),
                                terms.length > 1 ? new BigDecimal(terms[1]) : BigDecimal.ONE));
                assertThat(level.level()).contains(at.price());
            }
        }
    }
}
