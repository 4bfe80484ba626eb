package io.plimsoll.model.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.FundingIndex;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What fills leave of an account, worked out by hand.
class AccountFillsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/order/fills.csv", delimiter = '|', numLinesToSkip = 1)
    void leaveWhatWasWorkedOutByHand(
            String name,
            MarginMode mode,
            BigDecimal fee,
            String balances,
            String positions,
            String markets,
            String fills,
            BigDecimal balance,
            String position) {
        Snapshot snapshot = charging(fee, OrderTables.snapshot(mode, balances, positions, markets, null));

        Account after = AccountFills.apply(
                        snapshot,
                        OrderTables.parts(fills).stream()
                                .map(AccountFillsTest::fill)
                                .toList())
                .account();

        assertThat(after.balances().getFirst().quantity()).isEqualByComparingTo(balance);
        assertThat(shown(after.positions())).isEqualTo(position);
    }

    @Test
    void interestIsBookedWithTheCash() {
        Snapshot flat = OrderTables.snapshot(MarginMode.CROSS, "0", "", "FLAT 100", "");
        InterestTerms terms =
                new InterestTerms(new BigDecimal("0.1"), flat.asOf().minus(Duration.ofDays(365)));
        Account lender = flat.account()
                .with(List.of(new Balance("USDT", new BigDecimal("-1000"), terms)), List.of(position("10", null)));

        Snapshot after = AccountFills.apply(flat.with(lender), List.of(fill("-10 FLAT 110")));

        assertThat(after.account().balances())
                .containsExactly(new Balance(
                        "USDT", new BigDecimal("-1000"), new InterestTerms(terms.yearlyRate(), after.asOf())));
    }

    @Test
    void fundingIsSettled() {
        Snapshot flat = OrderTables.snapshot(MarginMode.CROSS, "1000", "", "FLAT 100", "");
        Instrument perpetual = funded(flat.instrument("FLAT"), flat);
        Snapshot funded = new Snapshot(
                flat.asOf(),
                flat.account().with(flat.account().balances(), List.of(position("10", "3"))),
                List.of(perpetual),
                List.of(),
                flat.marks(),
                List.of());

        Snapshot after = AccountFills.apply(funded, List.of(fill("5 FLAT 100")));

        // The index rose from 3 to 5: a long of 10 pays 20.
        assertThat(after.account().balances()).containsExactly(new Balance("USDT", new BigDecimal("980")));
        assertThat(after.account().positions().getFirst().fundingIndex()).isEqualByComparingTo("5");
        assertThat(AccountRisk.of(after).equity().compareTo(new BigDecimal("980")))
                .isZero();
    }

    private static Instrument funded(Instrument instrument, Snapshot snapshot) {
        return new Instrument(
                instrument.id(),
                instrument.type(),
                instrument.instrumentClass(),
                instrument.currency(),
                instrument.multiplier(),
                instrument.lotSize(),
                instrument.schedule(),
                BigDecimal.ZERO,
                null,
                new FundingIndex(new BigDecimal("5"), BigDecimal.ZERO, snapshot.asOf()),
                null);
    }

    private static Snapshot charging(BigDecimal fee, Snapshot snapshot) {
        List<Instrument> instruments = snapshot.instruments().stream()
                .map(instrument -> new Instrument(
                        instrument.id(),
                        instrument.type(),
                        instrument.instrumentClass(),
                        instrument.currency(),
                        instrument.multiplier(),
                        instrument.lotSize(),
                        instrument.schedule(),
                        fee,
                        null,
                        null,
                        null))
                .toList();
        return new Snapshot(
                snapshot.asOf(), snapshot.account(), instruments, snapshot.collateral(), snapshot.marks(), List.of());
    }

    private static Position position(String quantity, @Nullable String fundingIndex) {
        return new Position(
                "FLAT",
                new BigDecimal(quantity),
                new BigDecimal("100"),
                null,
                null,
                fundingIndex == null ? null : new BigDecimal(fundingIndex),
                null);
    }

    private static Fill fill(String text) {
        String[] words = text.split(" ", -1);
        return new Fill(words[1], new BigDecimal(words[0]), new BigDecimal(words[2]));
    }

    private static String shown(List<Position> positions) {
        if (positions.isEmpty()) {
            return "none";
        }
        Position position = positions.getFirst();
        return "%s @ %s%s"
                .formatted(
                        position.quantity(),
                        position.entryPrice(),
                        position.ownMargin()
                                .map(margin -> " own " + margin.toPlainString())
                                .orElse(""));
    }
}
