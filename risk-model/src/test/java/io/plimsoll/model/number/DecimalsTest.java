package io.plimsoll.model.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/number/decimals.csv", delimiter = '|', numLinesToSkip = 1)
    void readsWithinTheBoundsAndRefusesTheRest(String name, String text, String read, String refused) {
        if (refused == null) {
            // `equals` counts the scale: the form is canonical.
            assertThat(Decimals.parse(text)).isEqualTo(new BigDecimal(read));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Decimals.parse(text))
                    .withMessage(refused);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, Integer.MAX_VALUE, 19, -20})
    void extremeScalesAreRefusedBeforeAnyArithmetic(int scale) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimals.bounded(new BigDecimal(BigInteger.ONE, scale)))
                .withMessageContaining(scale < 0 ? "too large" : "more than 18 digits");
        assertThat(Decimals.bounded(new BigDecimal(BigInteger.ZERO, scale))).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void theCanonicalFormMakesEqualNumbersEqual() {
        assertThat(Decimals.canonical(new BigDecimal("1.50"))).isEqualTo(Decimals.canonical(new BigDecimal("15e-1")));
        assertThat(Decimals.canonical(new BigDecimal("1e25"))).isEqualTo(BigDecimal.TEN.pow(25));
        assertThat(Decimals.canonical(new BigDecimal("0e-30"))).isEqualTo(BigDecimal.ZERO);
    }
}
