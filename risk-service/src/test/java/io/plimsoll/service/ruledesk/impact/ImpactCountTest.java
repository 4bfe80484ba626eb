package io.plimsoll.service.ruledesk.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.ruledesk.impact.ImpactDocument.FlipsDocument;
import io.plimsoll.service.ruledesk.impact.ImpactDocument.TopDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is hit by a change, and how hard.
final class ImpactCountTest {

    private static final Outcome UNTOUCHED = outcome(Standing.UNTOUCHED, "0", Map.of());
    private static final Outcome UNDECIDED = outcome(Standing.UNDECIDED, "0", Map.of());

    @ParameterizedTest(name = "{0} to {1}: {2} called, {3} liquidated, {4} released, {5} undecided")
    @CsvSource({
        "UNTOUCHED,  UNTOUCHED,  0, 0, 0, 0",
        "UNTOUCHED,  CALLED,     1, 0, 0, 0",
        "UNTOUCHED,  LIQUIDATED, 0, 1, 0, 0",
        "UNTOUCHED,  UNDECIDED,  0, 0, 0, 1",
        "CALLED,     UNTOUCHED,  0, 0, 1, 0",
        "CALLED,     CALLED,     0, 0, 0, 0",
        "CALLED,     LIQUIDATED, 0, 1, 0, 0",
        "LIQUIDATED, CALLED,     0, 0, 1, 0",
        "LIQUIDATED, UNTOUCHED,  0, 0, 1, 0",
        "LIQUIDATED, UNDECIDED,  0, 0, 0, 1",
        "UNDECIDED,  UNTOUCHED,  0, 0, 0, 0",
        "UNDECIDED,  CALLED,     1, 0, 0, 0",
        "UNDECIDED,  LIQUIDATED, 0, 1, 0, 0",
        "UNDECIDED,  UNDECIDED,  0, 0, 0, 0"
    })
    void anAccountIsCountedByWhereItWasAndWhereItIs(
            Standing before, Standing after, int called, int liquidated, int released, int undecided) {
        AccountImpact account = account("a", outcome(before, "0", Map.of()), outcome(after, "0", Map.of()));

        ImpactDocument report = report(List.of(account));

        assertThat(report.changes()).isEqualTo(new FlipsDocument(called, liquidated, released, undecided));
        assertThat(new ImpactCount(List.of(account)).flipped()).isEqualTo(before == after ? 0 : 1);
    }

    @Test
    void moneyIsAddedByCurrencyAndHoldingAndNeverAcross() {
        ImpactDocument report = report(List.of(
                account("a", "retail", "USDT", outcome(Standing.CALLED, "10.5", Map.of()), UNTOUCHED),
                account("b", "retail", "USDT", UNTOUCHED, outcome(Standing.CALLED, "2.25", Map.of())),
                account("c", "desk", "BTC", UNTOUCHED, outcome(Standing.CALLED, "0.5", Map.of())),
                account("d", "desk", "USDT", UNTOUCHED, liquidated("BTCUSDT", "100", "ETHUSDT", "7")),
                account("e", "desk", "USDC", liquidated("BTCUSDT", "50", "ETHUSDT", "1"), UNTOUCHED)));

        assertThat(report.cash())
                .containsExactly(
                        new ImpactDocument.CashDocument("BTC", BigDecimal.ZERO, new BigDecimal("0.5")),
                        new ImpactDocument.CashDocument("USDT", new BigDecimal("10.5"), new BigDecimal("2.25")));
        assertThat(report.sold())
                .containsExactly(
                        new ImpactDocument.SoldDocument("BTCUSDT", "USDC", new BigDecimal("50"), BigDecimal.ZERO),
                        new ImpactDocument.SoldDocument("BTCUSDT", "USDT", BigDecimal.ZERO, new BigDecimal("100")),
                        new ImpactDocument.SoldDocument("ETHUSDT", "USDC", BigDecimal.ONE, BigDecimal.ZERO),
                        new ImpactDocument.SoldDocument("ETHUSDT", "USDT", BigDecimal.ZERO, new BigDecimal("7")));
        assertThat(report.segments())
                .containsExactly(
                        new ImpactDocument.SegmentDocument("desk", 3, new FlipsDocument(1, 1, 1, 0)),
                        new ImpactDocument.SegmentDocument("retail", 2, new FlipsDocument(1, 0, 1, 0)));
    }

    @Test
    void theWorstComesFirstAndTwentyAreShown() {
        List<AccountImpact> accounts = new ArrayList<>();
        accounts.add(account("released", outcome(Standing.CALLED, "1000000", Map.of()), UNTOUCHED));
        accounts.add(account("undecided", UNTOUCHED, UNDECIDED));
        accounts.add(account("small", UNTOUCHED, liquidated("X", "1", "Y", "1")));
        accounts.add(account("large", UNTOUCHED, liquidated("X", "900", "Y", "1")));
        accounts.add(account("same", UNTOUCHED, UNTOUCHED));
        IntStream.range(0, 30)
                .forEach(i -> accounts.add(
                        account("called-%02d".formatted(i), UNTOUCHED, outcome(Standing.CALLED, "5", Map.of()))));

        List<String> top =
                report(accounts).top().stream().map(TopDocument::account).toList();

        assertThat(top).hasSize(20).startsWith("undecided", "large", "small", "called-00", "called-01");
        assertThat(top).doesNotContain("released", "same");
    }

    @Test
    void theOrderOfAccountsDoesNotMatter() {
        List<AccountImpact> accounts = new ArrayList<>();
        Random random = new Random(7);
        Standing[] standings = Standing.values();
        for (int i = 0; i < 200; i++) {
            accounts.add(account(
                    "account-" + i,
                    "segment-" + i % 3,
                    i % 2 == 0 ? "USDT" : "USDC",
                    outcome(standings[random.nextInt(4)], String.valueOf(random.nextInt(9)), Map.of()),
                    outcome(standings[random.nextInt(4)], "0", Map.of("X", new BigDecimal(random.nextInt(9))))));
        }
        ImpactDocument expected = report(accounts);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(accounts, random);
            assertThat(report(accounts)).isEqualTo(expected);
        }
    }

    private static ImpactDocument report(List<AccountImpact> accounts) {
        return new ImpactCount(accounts).document("base", "content", "seen");
    }

    private static AccountImpact account(String name, Outcome before, Outcome after) {
        return account(name, "retail", "USDT", before, after);
    }

    private static AccountImpact account(String name, String segment, String currency, Outcome before, Outcome after) {
        return new AccountImpact(name, segment, currency, null, before, after);
    }

    private static Outcome outcome(Standing standing, String called, Map<String, BigDecimal> sold) {
        return new Outcome(standing, new BigDecimal(called), new TreeMap<>(sold));
    }

    private static Outcome liquidated(String first, String firstNotional, String second, String secondNotional) {
        return outcome(
                Standing.LIQUIDATED,
                "0",
                Map.of(first, new BigDecimal(firstNotional), second, new BigDecimal(secondNotional)));
    }
}
