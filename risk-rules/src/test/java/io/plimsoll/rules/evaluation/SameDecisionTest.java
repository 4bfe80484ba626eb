package io.plimsoll.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The same snapshot and version give the same bytes, in whatever order things arrive or fire.
class SameDecisionTest {

    private static RuleSetVersion standard;

    @BeforeAll
    static void compile() {
        standard = RuleSetCheck.check(Sources.withoutScenarios());
    }

    @AfterAll
    static void close() {
        standard.close();
    }

    @Test
    void whateverTheOrderInWhichFactsArrive() {
        for (String cash : List.of("1000", "100", "75", "-10")) {
            String expected = written(standard, shuffled(new Random(0), cash));
            IntStream.range(1, 50)
                    .forEach(seed -> assertThat(written(standard, shuffled(new Random(seed), cash)))
                            .as("seed %d", seed)
                            .isEqualTo(expected));
        }
    }

    /// A rule's file is its place and nothing more: with names swapped, rules are compiled and fire in another order.
    @Test
    void whateverTheNamesOfRuleFiles() {
        RuleSetSource source = Sources.withoutScenarios();
        Map<String, byte[]> files = Sources.files(source);
        files.put("thresholds/a.drl", files.remove("thresholds/rebalancing.drl"));
        files.put("thresholds/z.drl", files.remove("thresholds/equity.drl"));
        files.put("actions/zz.drl", files.remove("actions/margin.drl"));
        try (RuleSetVersion renamed = RuleSetCheck.check(RuleSetSource.of(files))) {
            for (String cash : List.of("1000", "100", "75", "-10")) {
                Snapshot snapshot = shuffled(new Random(0), cash);
                String decision =
                        new String(DecisionWriter.write(renamed.evaluate(snapshot), false), StandardCharsets.UTF_8);
                String backAgain = decision.replace("thresholds/z.drl", "thresholds/equity.drl")
                        .replace("actions/zz.drl", "actions/margin.drl")
                        .replace(renamed.digest(), standard.digest());

                assertThat(withoutIds(backAgain))
                        .isEqualTo(withoutIds(new String(
                                DecisionWriter.write(standard.evaluate(snapshot), false), StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void howeverManyThreadsAskAndHoweverOften() {
        List<Snapshot> snapshots = Stream.of("1000", "100", "75", "-10")
                .map(cash -> shuffled(new Random(1), cash))
                .toList();
        List<String> expected =
                snapshots.stream().map(snapshot -> written(standard, snapshot)).toList();

        List<String> answers = IntStream.range(0, 4_000)
                .parallel()
                .mapToObj(i -> written(standard, snapshots.get(i % 4)))
                .toList();

        assertThat(expected).doesNotHaveDuplicates();
        IntStream.range(0, answers.size())
                .forEach(i -> assertThat(answers.get(i)).isEqualTo(expected.get(i % 4)));
    }

    private static String written(RuleSetVersion version, Snapshot snapshot) {
        return new String(DecisionWriter.write(version.evaluate(snapshot), true), StandardCharsets.UTF_8);
    }

    // The id of an action is a function of the version too, which renaming changes.
    private static String withoutIds(String decision) {
        return decision.replaceAll("act_[0-9a-f]{32}", "act");
    }

    private static Snapshot shuffled(Random random, String cash) {
        Snapshot given =
                Clients.cross(cash, "ALT-1 20", "ALT-2 -7.5", "BTC-PERP 30", "ETH-PERP -12.25", "SOL-PERP 0.25");
        List<Position> positions = new ArrayList<>(given.account().positions());
        List<Instrument> instruments = new ArrayList<>(given.instruments());
        List<Mark> marks = new ArrayList<>(given.marks());
        List<Balance> balances = new ArrayList<>(given.account().balances());
        List<CollateralAsset> collateral = new ArrayList<>();
        for (String asset : List.of("GOLD", "EURO", "YEN")) {
            balances.add(new Balance(asset, new BigDecimal("0.5")));
            marks.add(new Mark(asset, new BigDecimal("3.75"), Clients.NOON, "index"));
            collateral.add(new CollateralAsset(asset, new BigDecimal("0.1"), new BigDecimal("0.01")));
        }
        Stream.of(positions, instruments, marks, balances, collateral)
                .forEach(list -> Collections.shuffle(list, random));
        Account account = given.account();
        return new Snapshot(
                given.asOf(),
                new Account(
                        account.id(),
                        account.segment(),
                        account.marginMode(),
                        account.currency(),
                        balances,
                        positions,
                        List.of()),
                instruments,
                collateral,
                marks,
                List.of());
    }
}
