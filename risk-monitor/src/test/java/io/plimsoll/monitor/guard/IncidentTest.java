package io.plimsoll.monitor.guard;

import static io.plimsoll.monitor.guard.Cases.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.guard.MarkLimits;
import io.plimsoll.model.guard.Settling;
import io.plimsoll.model.market.Mark;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Incidents that have happened, on a naive engine and on ours, and the table of `docs/concepts/guards.md`.
final class IncidentTest {

    private static final GuardSettings STANDARD = GuardSettings.STANDARD;
    private static final Map<String, Incident.Outcome> OUTCOMES = new HashMap<>();
    private static final Map<String, Flood> FLOODS = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11"})
    void nobodyIsLiquidatedOnABadMark(String name) {
        Incident.Outcome outcome = outcome(name);
        assertThat(outcome.naiveWrong()).as("the incident would have hurt").isPositive();
        assertThat(outcome.wrong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C2"})
    void genuineCrashesAreNotHeldForLong(String name) {
        Incident.Outcome outcome = outcome(name);
        assertThat(outcome.due()).isGreaterThan(20);
        assertThat(outcome.right()).isEqualTo(outcome.due());
        assertThat(outcome.longestWait()).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aRunawayIsBoundedByBreakerAndThrottle() {
        Flood repeat = flood("S2", false);
        assertThat(repeat.naive).isEqualTo(54_000);
        assertThat(repeat.ours).isEqualTo(STANDARD.breaker().trades());
        Flood fleet = flood("S1", true);
        assertThat(fleet.naive).isGreaterThan(40_000);
        assertThat(fleet.ours)
                .isLessThanOrEqualTo(5 * STANDARD.throttle().inAll().count() + 500);
    }

    @Test
    void thePageHasTheTableThatIsComputed() throws IOException {
        StringBuilder table = new StringBuilder();
        row(
                table,
                flood("S1", true),
                "S1 Knight 2012: one of eight servers runs old code; a person kills it after 5 minutes");
        row(table, flood("S2", false), "S2 Knight 2012: one rule repeats itself for 45 minutes");
        row(table, "S3", "S3 Deribit 2019: one source of three is 16 % off");
        row(table, "S4", "S4 Maker 2020: prices arrive 25 minutes late");
        row(table, "S5", "S5 BitMEX 2020: marks are judged 25 minutes late");
        row(table, "S6", "S6 WTI 2020: the price goes below zero");
        row(table, "S7", "S7 Mango 2022: a thin market is pumped, on all sources");
        row(table, "S8", "S8 SIP 2024: a share of 627,400 trades at 185.10");
        row(table, "S9", "S9 USDe 2025: an asset falls on one venue only");
        row(table, "S10", "S10 dYdX 2025: a restart on old prices");
        row(table, "S11", "S11 Aave 2026: a cap takes a price below the market");
        row(table, "C1", "C1: a genuine crash by half in 6 hours");
        row(table, "C2", "C2: a genuine crash by 20 % in 5 minutes");
        System.out.println(table);
        assertThat(Files.readString(Path.of("../docs/concepts/guards.md"))).contains(table);
    }

    private static void row(StringBuilder table, String name, String what) {
        Incident.Outcome outcome = outcome(name);
        table.append("| %s | %d | %d | %d | %d |%n"
                .formatted(what, outcome.naiveWrong(), outcome.wrong(), outcome.due(), outcome.right()));
    }

    private static void row(StringBuilder table, Flood flood, String what) {
        table.append("| %s | %,d | %,d | | |%n".formatted(what, flood.naive, flood.ours));
    }

    private static Incident.Outcome outcome(String name) {
        return OUTCOMES.computeIfAbsent(name, IncidentTest::computed);
    }

    private static Incident.Outcome computed(String name) {
        GuardSettings settings = "S7".equals(name) ? STANDARD.with(Incident.ID, thin()) : STANDARD;
        return Incident.read(name).outcome(settings, at("S10".equals(name) ? 0 : -600));
    }

    /// Sources of a thin market are one market: that they agree says nothing.
    private static MarkLimits thin() {
        MarkLimits limits = MarkLimits.STANDARD;
        Settling settling = new Settling(
                Duration.ofHours(2), Duration.ofHours(2), 3, limits.settling().most());
        return new MarkLimits(limits.freshness(), limits.movement(), limits.sources(), settling, limits.release());
    }

    /// Actions that nobody should have asked for: the naive engine does them all.
    private static final class Flood {
        private int naive;
        private int ours;
    }

    private static Flood flood(String name, boolean isToBeKilled) {
        return FLOODS.computeIfAbsent(name, any -> computed(name, isToBeKilled));
    }

    private static Flood computed(String name, boolean isToBeKilled) {
        boolean isKilled = isToBeKilled;
        Flood flood = new Flood();
        Guards guards = new Guards(STANDARD, GuardState.NEW, at(-60));
        List<String[]> rows = Incident.rows(name);
        Set<String> emitted = new HashSet<>();
        feedAll(guards, -60, 0, 5);
        double next = 5;
        long[] done = new long[rows.size()];
        for (double second = 0.001; second < 2_700; second += 0.05) {
            if (second >= next) {
                feedAll(guards, next, next, 5);
                next += 5;
                if (isKilled && next > 300) {
                    guards.killSwitch().kill(Subject.all(), "ann", "orders that nobody asked for", at(second));
                    isKilled = false;
                }
            }
            for (int i = 0; i < rows.size(); i++) {
                while (done[i] * Double.parseDouble(rows.get(i)[2]) <= second) {
                    propose(guards, rows.get(i), done[i]++, second, emitted, flood);
                }
            }
        }
        return flood;
    }

    /// What nodes propose at a moment. The same action has the same identity on every node, and counts as one.
    private static void propose(
            Guards guards, String[] row, long number, double second, Set<String> emitted, Flood flood) {
        boolean isWrong = "yes".equals(row[6]);
        String instrument = "STOCK-" + number % Integer.parseInt(row[5]);
        double made = Math.floor(second / 5) * 5;
        for (int node = 0; node < Integer.parseInt(row[3]); node++) {
            String id = row[4] + "-" + number;
            flood.naive += isWrong || node > 0 ? 1 : 0;
            Proposal proposal = new Proposal(
                    id,
                    "A-" + number % 50,
                    "liquidation",
                    "USD",
                    List.of(row[4]),
                    List.of("margin"),
                    List.of(),
                    List.of(new Closing(instrument, new BigDecimal("1000"))),
                    List.of(new Mark(instrument, BigDecimal.TEN, at(made), "a")));
            if (Cases.passes(guards, proposal, at(second)) && emitted.add(id) && isWrong) {
                flood.ours++;
            }
        }
    }

    private static void feedAll(Guards guards, double from, double to, double every) {
        for (double second = from; second <= to; second += every) {
            for (int i = 0; i < 154; i++) {
                guards.mark(new Mark("STOCK-" + i, BigDecimal.TEN, at(second), "a"), at(second));
            }
        }
    }
}
