package io.plimsoll.model.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Funding, from tables.
class FundingTablesTest {

    @ParameterizedTest(name = "{0} against {1}")
    @CsvFileSource(resources = "/funding/payments.csv", delimiter = '|', numLinesToSkip = 1)
    void interestIsClamped(
            BigDecimal perpetual,
            BigDecimal spot,
            BigDecimal interest,
            BigDecimal lower,
            BigDecimal upper,
            BigDecimal payment) {
        assertThat(FundingPayment.fromAverages(perpetual, spot, interest, lower, upper))
                .isEqualByComparingTo(payment);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/funding/settlements.csv", delimiter = '|', numLinesToSkip = 1)
    void indexesAndRatesAgree(
            String name, BigDecimal now, BigDecimal entry, BigDecimal quantity, BigDecimal settlement) {
        assertThat(FundingPayment.fromIndex(now, entry, quantity)).isEqualByComparingTo(settlement);
        assertThat(FundingPayment.fromRate(quantity, BigDecimal.ONE, now.subtract(entry)))
                .isEqualByComparingTo(settlement);
    }
}
