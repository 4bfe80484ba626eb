package io.plimsoll.model.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Comparison;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MarginStateTest {

    private static final BigDecimal HIGHEST_LIMIT = new BigDecimal("99999999999999999999.999999999999999999");
    private static final BigDecimal LOWEST_LIMIT = new BigDecimal("0.000000000000000001");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/margin/states.csv", delimiter = '|', numLinesToSkip = 1)
    void readsItsRatios(
            String name,
            BigDecimal equity,
            BigDecimal exposure,
            BigDecimal maintenance,
            String marginRatio,
            String leverage,
            boolean liquidatable) {
        MarginState state = MarginState.of(equity, exposure, maintenance);

        assertThat(state.marginRatio()).isEqualByComparingTo(ratio(marginRatio));
        assertThat(state.leverage()).isEqualByComparingTo(ratio(leverage));
        assertThat(state.isLiquidatable()).isEqualTo(liquidatable);
        if (marginRatio.equals("unbounded")) {
            assertThat(Comparison.ABOVE.isCrossed(state.marginRatio(), HIGHEST_LIMIT))
                    .isTrue();
        }
        if (exposure.signum() == 0) {
            assertThat(Comparison.AT_OR_ABOVE.isCrossed(state.marginRatio(), LOWEST_LIMIT))
                    .isFalse();
            assertThat(Comparison.AT_OR_ABOVE.isCrossed(state.leverage(), LOWEST_LIMIT))
                    .isFalse();
        }
    }

    private static Ratio ratio(String text) {
        String[] terms = text.split("/", -1);
        return text.equals("unbounded")
                ? Ratio.UNBOUNDED
                : Ratio.of(new BigDecimal(terms[0]), new BigDecimal(terms[1]));
    }
}
