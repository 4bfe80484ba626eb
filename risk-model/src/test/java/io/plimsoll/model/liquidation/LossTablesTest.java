package io.plimsoll.model.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.model.Fractions;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// How liquidations go on in time, and who bears what is lost, from tables.
class LossTablesTest {

    private static final Rounding MONEY = Rounding.truncated(new BigDecimal("0.000001"));
    private static final Rounding SHARES = Rounding.truncated(new BigDecimal("0.0001"));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/insurance.csv", delimiter = '|', numLinesToSkip = 1)
    void whatTheFundGetsOrPays(
            String name, BigDecimal received, BigDecimal atBankruptcy, BigDecimal fee, BigDecimal unit, String delta) {
        assertThat(InsuranceFund.delta(received, Ratio.of(atBankruptcy), fee, Rounding.down(unit)))
                .isEqualByComparingTo(Fractions.of(delta));
    }

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvFileSource(resources = "/liquidation/growing-fees.csv", delimiter = '|', numLinesToSkip = 1)
    void feesGrow(long elapsed, BigDecimal fee) {
        GrowingFee growing =
                new GrowingFee(new BigDecimal("0.02"), new BigDecimal("0.05"), 1500, new BigDecimal("0.000001"));

        assertThat(growing.at(elapsed)).isEqualByComparingTo(fee);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/freeable-shares.csv", delimiter = '|', numLinesToSkip = 1)
    void sharesGrow(String name, BigDecimal shortage, BigDecimal freed, long elapsed, BigDecimal share) {
        FreeableShare freeable = new FreeableShare(new BigDecimal("0.1"), 150, new BigDecimal("50"), SHARES, MONEY);

        assertThat(freeable.of(shortage, freed, elapsed)).isEqualByComparingTo(share);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/disposals.csv", delimiter = '|', numLinesToSkip = 1)
    void ladders(
            String name,
            BigDecimal size,
            BigDecimal fraction,
            BigDecimal fullSize,
            BigDecimal mostOfBook,
            BigDecimal book,
            @Nullable String trades) {
        Disposal disposal = new Disposal(fraction, fullSize, mostOfBook, BigDecimal.ONE);

        assertThat(disposal.ladder(size, book).stream()
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(trades == null ? "" : trades);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/auctions.csv", delimiter = '|', numLinesToSkip = 1)
    void auctions(
            String name,
            BigDecimal elapsed,
            BigDecimal bufferMargin,
            BigDecimal value,
            BigDecimal reserved,
            String discount,
            String proportion) {
        AuctionDiscount auction = new AuctionDiscount(
                new BigDecimal("0.98"), new BigDecimal("0.8"), new BigDecimal("100"), new BigDecimal("14400"));

        assertThat(auction.at(elapsed)).isEqualByComparingTo(Fractions.of(discount));
        assertThat(AuctionSlice.maxProportion(bufferMargin, value, reserved, auction.at(elapsed)))
                .isEqualByComparingTo(Fractions.of(proportion));
    }

    @Test
    void theBufferIsAShareOfTheRequirement() {
        assertThat(AuctionSlice.bufferMargin(new BigDecimal("-100"), new BigDecimal("50"), new BigDecimal("0.2")))
                .isEqualByComparingTo("-130");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/haircuts.csv", delimiter = '|', numLinesToSkip = 1)
    void haircuts(String name, BigDecimal shortfall, BigDecimal pool, String gains, String haircuts) {
        Map<String, BigDecimal> gained = amounts(gains).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, gain -> gain.getValue().numerator()));
        Map<String, Ratio> found = LossSharing.haircuts(shortfall, pool, gained);

        amounts(haircuts).forEach((winner, cut) -> assertThat(found.get(winner)).isEqualByComparingTo(cut));
    }

    @ParameterizedTest(name = "{0} over {1}: {2}")
    @CsvSource({"-1, 3, 0.333334", "1, 2, 0.5", "0, 2, 0"})
    void aLossIsCoveredByRoundingUp(BigDecimal loss, BigDecimal total, BigDecimal each) {
        Rounding up = Rounding.up(new BigDecimal("0.000001"));

        assertThat(LossSharing.perUnit(loss, total, up)).isEqualByComparingTo(Ratio.of(each));
        assertThat(LossSharing.indexFall(BigDecimal.TEN, loss.abs(), total, up))
                .isGreaterThanOrEqualTo(Ratio.of(loss.abs().multiply(BigDecimal.TEN), total));
    }

    @Test
    void aLossNeedsSomebodyToBearIt() {
        assertThatExceptionOfType(InvalidFactException.class)
                .isThrownBy(() -> LossSharing.perUnit(BigDecimal.ONE, BigDecimal.ZERO, Rounding.EXACT));
        assertThat(LossSharing.indexFall(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, Rounding.EXACT))
                .isEqualTo(Ratio.ZERO);
    }

    @ParameterizedTest(name = "at {0}: room {1}")
    @CsvSource({"0, 100", "10, 40", "29, 40", "30, 100", "45, 60"})
    void aWindowForgetsWhatLiesBehindIt(BigDecimal time, BigDecimal room) {
        LiquidationWindow window = new LiquidationWindow(new BigDecimal("100"), new BigDecimal("30"), List.of());
        LiquidationWindow later = time.intValue() > 0 ? window.after(BigDecimal.ZERO, new BigDecimal("60")) : window;
        LiquidationWindow last = time.intValue() > 40 ? later.after(new BigDecimal("40"), new BigDecimal("40")) : later;

        assertThat(last.room(time, new BigDecimal("1000"))).isEqualByComparingTo(room);
        assertThat(last.room(time, BigDecimal.ONE)).isEqualByComparingTo("1");
    }

    @Test
    void whatATakeOverClosesIsRealised() {
        TakenOver network = TakenOver.NOTHING
                .with(BigDecimal.ONE, new BigDecimal("100"))
                .with(new BigDecimal("2"), new BigDecimal("106"))
                .with(new BigDecimal("-5"), new BigDecimal("110"));

        assertThat(network.quantity()).isEqualByComparingTo("-2");
        assertThat(network.realised()).isEqualByComparingTo(Ratio.of(new BigDecimal("18")));
        assertThat(network.unrealised(new BigDecimal("100"))).isEqualByComparingTo(Ratio.of(new BigDecimal("20")));
    }

    @ParameterizedTest(name = "long {0} at {1}: {2}, bankrupt at {3}")
    @CsvSource({"true, 5, 81, 80", "false, 5, 119, 120", "true, 3, 203/3, 200/3", "true, 1, 1, 0"})
    void marginsOfTheEntryDontMove(boolean isLong, BigDecimal leverage, String liquidation, String bankruptcy) {
        EntryMargin margin = new EntryMargin(new BigDecimal("100"), leverage, new BigDecimal("0.01"), isLong);

        assertThat(margin.liquidationPrice()).isEqualByComparingTo(Fractions.of(liquidation));
        assertThat(margin.bankruptcyPrice()).isEqualByComparingTo(Fractions.of(bankruptcy));
    }

    private static Map<String, Ratio> amounts(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(pair -> pair.split("=", -1))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Fractions.of(pair[1])));
    }
}
