package io.plimsoll.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    private static final BigDecimal ONE = BigDecimal.ONE;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/snapshot/refusals.csv", delimiter = '|', numLinesToSkip = 1, emptyValue = "")
    void aMalformedFactIsRefusedWithItsField(
            String name, MarginMode mode, String balances, String positions, String targets, String field, String why) {
        assertRefused(() -> Snapshots.of(mode, balances, orEmpty(positions), orEmpty(targets)), field, why);
    }

    @Test
    void whatTheAccountRefersToMustBeThere() {
        Account account = account(List.of(Position.cross("FLAT", ONE, ONE)), List.of());
        Instrument flat = Snapshots.named("FLAT");
        Mark mark = Snapshots.mark("FLAT", "1");

        assertRefused(
                () -> snapshot(account, List.of(), List.of(), List.of(mark)),
                "account/positions/0/instrument",
                "(FLAT) is not among the instruments. Maybe add it to /instruments.");
        assertRefused(
                () -> snapshot(account, List.of(flat), List.of(), List.of()),
                "account/positions/0",
                "has no mark: there is none for FLAT. Maybe add it to /marks.");
        assertThat(snapshot(account, List.of(flat), List.of(), List.of(mark)).mark("FLAT"))
                .isEqualTo(mark);
    }

    @Test
    void aBalanceNeedsItsAssetAndMarkUnlessItIsTheAccountsCurrency() {
        Account account = account(List.of(), List.of(new Balance("BTC", ONE), new Balance(Snapshots.CURRENCY, ONE)));
        CollateralAsset bitcoin = new CollateralAsset("BTC", BigDecimal.ZERO, ONE);

        assertRefused(
                () -> snapshot(account, List.of(), List.of(), List.of(Snapshots.mark("BTC", "1"))),
                "account/balances/0/asset",
                "(BTC) is neither the account's currency (USDT) nor a collateral asset. Maybe add it to /collateral.");
        assertRefused(
                () -> snapshot(account, List.of(), List.of(bitcoin), List.of()),
                "account/balances/0",
                "has no mark: there is none for BTC. Maybe add it to /marks.");
        assertThat(snapshot(account, List.of(), List.of(bitcoin), List.of(Snapshots.mark("BTC", "7")))
                        .marketValue(account.balances().getFirst())
                        .amount())
                .isEqualByComparingTo("7");
    }

    @Test
    void aTargetNeedsAMark() {
        Account account = new Account(
                "A-1",
                "retail",
                MarginMode.CROSS,
                Snapshots.CURRENCY,
                List.of(),
                List.of(),
                List.of(new AllocationTarget(Holding.instrument("FLAT"), ONE)));

        assertRefused(
                () -> snapshot(account, List.of(Snapshots.named("FLAT")), List.of(), List.of()),
                "account/targets/0",
                "has no mark: there is none for FLAT. Maybe add it to /marks.");
    }

    @Test
    void anInstrumentMustSettleInTheAccountsCurrency() {
        Instrument dollars =
                new Instrument("FLAT", InstrumentType.LINEAR_FUTURE, "major", "USD", ONE, ONE, Snapshots.FLAT);

        assertRefused(
                () -> snapshot(
                        account(List.of(Position.cross("FLAT", ONE, ONE)), List.of()),
                        List.of(dollars),
                        List.of(),
                        List.of(Snapshots.mark("FLAT", "1"))),
                "account/positions/0/instrument",
                "(FLAT) settles in USD, but the account is kept in USDT.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USDT", "BTC"})
    void anInstrumentCannotBearTheNameOfAnAsset(String name) {
        assertRefused(
                () -> snapshot(
                        account(List.of(), List.of()),
                        List.of(Snapshots.instrument(name, "1", "1", Snapshots.FLAT)),
                        List.of(new CollateralAsset("BTC", BigDecimal.ZERO, ONE)),
                        List.of()),
                "instruments/0/id",
                "(" + name + ") is an asset's identifier too: marks could not be told apart.");
    }

    @Test
    void nothingIsGivenTwice() {
        Account account = account(List.of(), List.of());
        CollateralAsset bitcoin = new CollateralAsset("BTC", BigDecimal.ZERO, ONE);
        Instrument flat = Snapshots.named("FLAT");
        Mark mark = Snapshots.mark("FLAT", "1");
        Signal signal = new Signal("volatility", "FLAT", ONE, Snapshots.NOW);

        assertRefused(
                () -> snapshot(account, List.of(flat, flat), List.of(), List.of()),
                "instruments/1",
                "gives FLAT a second time");
        assertRefused(
                () -> snapshot(account, List.of(), List.of(bitcoin, bitcoin), List.of()),
                "collateral/1",
                "gives BTC a second time");
        assertRefused(
                () -> snapshot(account, List.of(), List.of(), List.of(mark, Snapshots.mark("A", "1"), mark)),
                "marks/2",
                "gives FLAT a second time");
        assertRefused(
                () -> new Snapshot(Snapshots.NOW, account, List.of(), List.of(), List.of(), List.of(signal, signal)),
                "signals/1",
                "gives volatility/FLAT a second time");
    }

    @Test
    void listsAreBounded() {
        Account account = account(List.of(), List.of());
        List<Mark> marks = IntStream.rangeClosed(0, Snapshot.MAX_ENTRIES)
                .mapToObj(i -> Snapshots.mark("M" + i, "1"))
                .toList();
        List<Balance> balances = IntStream.rangeClosed(0, Account.MAX_ENTRIES)
                .mapToObj(i -> new Balance("B" + i, ONE))
                .toList();

        assertRefused(() -> snapshot(account, List.of(), List.of(), marks), "marks", "has more than 20000 entries");
        assertRefused(() -> account(List.of(), balances), "balances", "has more than 10000 entries");
    }

    @Test
    void theOrderOfArrivalIsForgotten() {
        List<Position> positions = List.of(
                Position.cross("TIERED", ONE, ONE), Position.cross("FLAT", ONE, ONE), Position.cross("LOTS", ONE, ONE));
        List<Instrument> instruments =
                List.of(Snapshots.named("LOTS"), Snapshots.named("TIERED"), Snapshots.named("FLAT"));
        List<Mark> marks =
                List.of(Snapshots.mark("FLAT", "1"), Snapshots.mark("TIERED", "1"), Snapshots.mark("LOTS", "1"));

        assertThat(snapshot(account(positions, List.of()), instruments, List.of(), marks))
                .isEqualTo(snapshot(
                        account(positions.reversed(), List.of()), instruments.reversed(), List.of(), marks.reversed()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "ä",
                "a/b",
                "a\n",
                "x123456789x123456789x123456789x123456789x123456789x123456789x1234"
            })
    void anIdentifierIsShortAndPlain(String id) {
        assertRefused(
                () -> Snapshots.mark(id, "1"), "id", "must be 1 to 64 letters, digits or the characters _ . : - .");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59.999Z", "2200-01-01T00:00:00Z", "+1000000-01-01T00:00:00Z"})
    void aMomentIsBetween1970And2200(String time) {
        Instant moment = Instant.parse(time);

        assertRefused(
                () -> new Mark("FLAT", ONE, moment, "test"),
                "time",
                "must lie between 1970 and 2200, but is " + moment);
    }

    @Test
    void whatIsNotThereCannotBeAskedFor() {
        Snapshot snapshot = Snapshots.cross("1", "FLAT 1 @ 1 -> 1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.instrument("TIERED"))
                .withMessage("There is no instrument TIERED.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.mark("TIERED"))
                .withMessage("There is no mark for TIERED.");
        assertThat(snapshot.collateralAsset("BTC")).isEmpty();
    }

    @Test
    void aFaultIsNamedFromTheOutside() {
        InvalidFactException fault = new InvalidFactException("price", "must be greater than 0.");

        assertThat(fault.within("marks/3")).hasMessage("marks/3/price must be greater than 0.");
        assertThat(new InvalidFactException("", "can't be.").within("account")).hasMessage("account can't be.");
        assertThat(fault.within("marks/3").within("snapshot").field()).isEqualTo("snapshot/marks/3/price");
    }

    @Test
    void equalNumbersMakeEqualFacts() {
        assertThat(new Balance("BTC", new BigDecimal("1.50"))).isEqualTo(new Balance("BTC", new BigDecimal("15e-1")));
        assertThat(Snapshots.mark("X", "1E+2")).isEqualTo(Snapshots.mark("X", "100.00"));
        assertThat(Snapshots.named("FLAT")).isEqualTo(Snapshots.instrument("FLAT", "1.0", "1.00", Snapshots.FLAT));
        assertThat(Collections.singletonList(Snapshots.tier("0", "1000", "0.010", "0.0", "50")))
                .containsExactly(Snapshots.TIERED.tiers().getFirst());
    }

    private static Account account(List<Position> positions, List<Balance> balances) {
        return new Account("A-1", "retail", MarginMode.CROSS, Snapshots.CURRENCY, balances, positions, List.of());
    }

    private static Snapshot snapshot(
            Account account, List<Instrument> instruments, List<CollateralAsset> collateral, List<Mark> marks) {
        return new Snapshot(Snapshots.NOW, account, instruments, collateral, marks, List.of());
    }

    private static void assertRefused(ThrowingCallable birth, String field, String reason) {
        assertThatExceptionOfType(InvalidFactException.class).isThrownBy(birth).satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.reason()).startsWith(reason).endsWith(".");
        });
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
