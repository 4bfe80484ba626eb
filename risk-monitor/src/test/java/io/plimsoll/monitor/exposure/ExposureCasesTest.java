package io.plimsoll.monitor.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cases that can be followed by hand: a liquidation is due at a margin ratio of 1, and FLAT requires 10 %.
final class ExposureCasesTest {

    private static final Set<ThresholdKind> ALL = EnumSet.allOf(ThresholdKind.class);

    @ParameterizedTest(name = "{0} at {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    long, before its line      | 280 | FLAT 10 @ 100 -> 100 | -0.199999 | 0 |       0 |   0 |  0
                    long, exactly at it        | 280 | FLAT 10 @ 100 -> 100 | -0.2      | 1 |     800 |   0 |  0
                    long, past it              | 280 | FLAT 10 @ 100 -> 100 | -0.25     | 1 |     750 |  45 |  0
                    long, worth less than owed | 280 | FLAT 10 @ 100 -> 100 | -0.3      | 1 |     700 |  90 | 20
                    long, the other way        | 280 | FLAT 10 @ 100 -> 100 | 10        | 0 |       0 |   0 |  0
                    short, exactly at its line | 320 | FLAT -10 @ 100 -> 100 | 0.2      | 1 |    1200 |   0 |  0
                    short, past it             | 320 | FLAT -10 @ 100 -> 100 | 0.4      | 1 |    1400 | 220 | 80
                    hedged: requirement alone  | 300 | FLAT 10 @ 100 -> 100; FLAT2 -10 @ 100 -> 100 | 0.5 | 1 | 3000 | 0 | 0
                    hedged, downwards          | 300 | FLAT 10 @ 100 -> 100; FLAT2 -10 @ 100 -> 100 | -0.9 | 0 | 0 | 0 | 0
                    past it at present         | 90  | FLAT 10 @ 100 -> 100 | 0         | 1 |    1000 |  10 |  0
                    saved by the shock         | 90  | FLAT 10 @ 100 -> 100 | 0.5       | 0 |       0 |   0 |  0
                    nothing to lose            | 90  | ''                   | -0.5      | 0 |       0 |   0 |  0
                    no lower price than this   | 0   | FLAT 1 @ 1 -> 0.000000000000000001 | -0.5 | 1 | 0.000000000000000001 | 1 | 0.999999999999999999
                    """)
    void isWhatComesOutByHand(
            String situation,
            String cash,
            String positions,
            BigDecimal shock,
            long accounts,
            BigDecimal notional,
            BigDecimal deficit,
            BigDecimal shortfall) {
        Snapshot snapshot = Snapshots.cross(cash, positions);
        ExposureRow row =
                row(snapshot, liquidation(Scope.account(snapshot.account().id())), shock);

        assertThat(row.accounts()).as(situation).isEqualTo(accounts);
        assertThat(row.notional()).isEqualByComparingTo(notional);
        assertThat(row.shortfall()).isEqualByComparingTo(shortfall);
        assertThat(row.deficit()).isEqualByComparingTo(deficit);
    }

    @Test
    void anIsolatedPositionIsByItself() {
        Snapshot snapshot = Snapshots.isolated("FLAT 10 @ 100 -> 100 own 200; FLAT2 10 @ 100 -> 100 own 2000");
        ExposureRow row = row(snapshot, liquidation(Scope.position("FLAT")), new BigDecimal("-0.3"));

        assertThat(row.accounts()).isEqualTo(1);
        assertThat(row.notional()).isEqualByComparingTo("700");
        assertThat(row.deficit()).isEqualByComparingTo("170");
        assertThat(row.shortfall()).isEqualByComparingTo("100");
    }

    @Test
    void currenciesAreNeverAddedUp() {
        BookExposure exposure = new BookExposure(BookShocks.joint(List.of(), ShockGrid.STANDARD), ALL);
        for (String currency : List.of("USDT", "EUR", "USDT")) {
            Account account = new Account(
                    "a",
                    "retail",
                    MarginMode.CROSS,
                    currency,
                    List.of(new Balance(currency, BigDecimal.ONE)),
                    List.of(),
                    List.of());
            exposure.add(
                    new Snapshot(Snapshots.NOW, account, List.of(), List.of(), List.of(), List.of()),
                    List.of(new Threshold(
                            ThresholdKind.MARGIN_CALL,
                            Scope.account("a"),
                            Metric.EQUITY,
                            Comparison.BELOW,
                            BigDecimal.TEN,
                            BigDecimal.TEN)));
        }

        assertThat(exposure.tables()).extracting(ExposureTable::currency).containsExactly("EUR", "USDT");
        assertThat(exposure.tables())
                .extracting(table -> table.rows().getFirst().deficit())
                .containsExactly(new BigDecimal("9"), new BigDecimal("18"));
    }

    @Test
    void anEmptyBookHasNoTables() {
        assertThat(new BookExposure(BookShocks.joint(List.of(), ShockGrid.STANDARD), ALL).tables())
                .isEmpty();
    }

    @Test
    void whatIsStraightIsEvaluatedAtTheEndsAlone() {
        Snapshot snapshot = Snapshots.cross("280", "FLAT 10 @ 100 -> 100");
        BookExposure exposure = new BookExposure(BookShocks.joint(List.of(), ShockGrid.STANDARD), ALL);
        exposure.add(
                snapshot, List.of(liquidation(Scope.account(snapshot.account().id()))));

        // At the line itself, which is one of the shocks, the comparison decides.
        assertThat(exposure.evaluations()).isEqualTo(3);
    }

    @Test
    void aGridIsInOrderAndHasThePresent() {
        assertThat(ShockGrid.STANDARD.shocks()).hasSize(41).isSorted();
        assertThat(grid("0.2", "-0.1", "0.20").shocks())
                .extracting(BigDecimal::toPlainString)
                .containsExactly("-0.1", "0", "0.2");
        assertThat(grid("0.2", "-0.1").present()).isEqualTo(1);
        assertThatThrownBy(() -> grid("-1"))
                .isInstanceOf(InvalidFactException.class)
                .hasMessageContaining("above -1");
        assertThatThrownBy(() -> grid("10.1"))
                .isInstanceOf(InvalidFactException.class)
                .hasMessageContaining("at most 10");
        assertThatThrownBy(() -> ShockGrid.evenly(new BigDecimal("0.001"), 201))
                .isInstanceOf(InvalidFactException.class)
                .hasMessageContaining("403");
    }

    @Test
    void onlyWhatWasShockedAlikeIsPutTogether() {
        BookExposure one = new BookExposure(BookShocks.joint(List.of(), ShockGrid.STANDARD), ALL);
        BookExposure other = new BookExposure(BookShocks.joint(List.of(), ShockGrid.STANDARD), ALL);

        assertThatThrownBy(() -> one.add(other)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ShockGrid grid(String... shocks) {
        return new ShockGrid(Stream.of(shocks).map(BigDecimal::new).toList());
    }

    private static ExposureRow row(Snapshot snapshot, Threshold threshold, BigDecimal shock) {
        ShockGrid grid = new ShockGrid(Stream.concat(ShockGrid.STANDARD.shocks().stream(), Stream.of(shock))
                .toList());
        BookExposure exposure = new BookExposure(BookShocks.joint(List.of(), grid), ALL);
        exposure.add(snapshot, List.of(threshold));
        return exposure.tables().getFirst().rows().stream()
                .filter(row -> row.shock().compareTo(shock) == 0)
                .findFirst()
                .orElseThrow();
    }

    private static Threshold liquidation(Scope scope) {
        return new Threshold(
                ThresholdKind.LIQUIDATION,
                scope,
                Metric.MARGIN_RATIO,
                Comparison.AT_OR_ABOVE,
                BigDecimal.ONE,
                new BigDecimal("0.9"));
    }
}
