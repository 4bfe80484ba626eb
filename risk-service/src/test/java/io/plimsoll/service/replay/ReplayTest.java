package io.plimsoll.service.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A replay is held to numbers that were computed by hand.
///
/// A retail client is long 1 BTCUSD from 7,900 with 1,580 USD: the equity is `p − 6,320`, the maintenance
/// margin `0.004·p`. The ratio is 80 % at 5,056 ÷ 0.796 = 6,351.7588…, so the call comes at the tick
/// 6,351.75, for 25.407 ÷ 0.7 − 31.75 = 4.5457142857… It is 100 % at 6,320 ÷ 0.996 = 6,345.3815…, so the
/// liquidation comes at 6,345.38, where the equity is 25.38: 90 % of it carry 22.842 ÷ 25.38152 = 0.8999…
/// BTC, and 0.101 must go.
class ReplayTest {

    private static final Instant HOUR = Instant.parse("2020-03-12T10:00:00Z");

    private static RuleSetVersion standard;

    @BeforeAll
    static void compile() {
        standard = RuleSetCheck.check(RuleSetFolder.read(Path.of("..", "rules", "standard")));
    }

    @AfterAll
    static void close() {
        standard.close();
    }

    @Test
    void callsAndLiquidatesAtTheFirstTickThatCrosses() {
        AccountReplay account = replay(cross("1", "1580"), candle("7000", "7000", "6345", "6345"));

        assertThat(account.events())
                .satisfiesExactly(
                        event -> {
                            assertThat(event).isInstanceOf(ReplayEvent.Called.class);
                            assertThat(event.mark()).isEqualByComparingTo("6351.75");
                            assertThat(((ReplayEvent.Called) event).call().amount())
                                    .isEqualByComparingTo("4.54571429");
                        },
                        event -> {
                            assertThat(event).isInstanceOf(ReplayEvent.Liquidated.class);
                            assertThat(event.mark()).isEqualByComparingTo("6345.38");
                            assertThat(((ReplayEvent.Liquidated) event)
                                            .liquidation()
                                            .orders())
                                    .singleElement()
                                    .satisfies(order ->
                                            assertThat(order.quantity()).isEqualByComparingTo("0.101"));
                        },
                        event -> assertThat(event).isInstanceOf(ReplayEvent.Cleared.class));
        assertThat(account.snapshot().account().positions())
                .singleElement()
                .satisfies(left -> assertThat(left.quantity()).isEqualByComparingTo("0.899"));
    }

    @Test
    void keepsTheEquityThatTheFillsLeave() {
        AccountReplay account = replay(cross("1", "1580"), candle("7000", "7000", "6345", "6345"));

        // 1,580 − 0.101 × 1,554.62 − 0.899 × 1,555
        assertThat(AccountRisk.of(account.snapshot()).equity().amount()).isEqualByComparingTo("25.03838");
    }

    @Test
    void liquidatesAllTheWayDownWithoutBadDebt() {
        AccountReplay account = replay(cross("1", "1580"), candle("7000", "7000", "5000", "5000"));

        assertThat(account.snapshot().account().positions()).isEmpty();
        assertThat(AccountRisk.of(account.snapshot()).equity().amount()).isPositive();
    }

    @Test
    void statesTheBadDebtWhenThePriceJumpsOverTheLine() {
        AccountReplay account = replay(
                cross("1", "1580"), candle("7000", "7000", "7000", "7000"), candle("6000", "6000", "6000", "6000"));

        assertThat(account.events())
                .filteredOn(ReplayEvent.Liquidated.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(
                                ((ReplayEvent.Liquidated) event).liquidation().shortfall())
                        .isEqualByComparingTo("320"));
    }

    @Test
    void callsAgainOnlyAfterTheBreachWasOver() {
        AccountReplay account = replay(
                cross("1", "1580"),
                candle("6400", "6400", "6350", "6350"),
                candle("6350", "6351", "6349", "6350"),
                candle("6350", "6500", "6350", "6500"),
                candle("6500", "6500", "6350", "6350"));

        assertThat(account.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Called", "Cleared", "Called");
    }

    @Test
    void watchesShortsOnTheWayUp() {
        AccountReplay account = replay(cross("-1", "1580"), candle("9000", "9443", "9000", "9443"));

        // 0.8·(9,480 − p) = 0.004·p at 7,584 ÷ 0.804 = 9,432.835…; 9,480 − p = 0.004·p at 9,480 ÷ 1.004 = 9,442.231…
        assertThat(account.events().get(0).mark()).isEqualByComparingTo("9432.84");
        assertThat(account.events().get(1).mark()).isEqualByComparingTo("9442.24");
    }

    @Test
    void printsWhoWasCalledAndLiquidated() {
        StringWriter printed = new StringWriter();
        ReplayBook book = book(cross("1", "1580"), candle("7000", "7000", "6345", "6345"));

        ReplayCommand.replay(
                List.of(candle("7000", "7000", "6345", "6345")),
                book,
                standard::evaluate,
                new ReplayReport(new PrintWriter(printed)));

        assertThat(printed.toString())
                .contains("2020-03-12 10:00", "called for 4.55 at 6351.75", "SELL BTCUSD, 0.101 at 6345.38");
    }

    @Test
    void theExampleBookSurvivesTheFallOfTheTwelfthOfMarch() throws IOException {
        // Open, high, low and close of BTCUSD on 2020-03-12, 10:00 UTC.
        Candle crash = candle("7350.52", "7350.93", "5568.84", "6092.44");
        ReplayBook book =
                ReplayBook.read(Files.readAllBytes(Path.of("..", "examples", "replay", "march-2020-book.json")), crash);

        List<AccountReplay> accounts = ReplayCommand.replay(
                List.of(crash), book, standard::evaluate, new ReplayReport(new PrintWriter(new StringWriter())));

        assertThat(accounts)
                .filteredOn(account -> !account.events().isEmpty())
                .extracting(account -> account.snapshot().account().id())
                .contains("long-5x", "long-20x", "isolated-5x")
                .doesNotContain("long-2x", "short-3x");
    }

    @Test
    void namesTheLineOfABadCandle(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("candles.csv");
        Files.writeString(
                file, "time_utc,open,high,low,close\n2020-03-12T10:00:00Z,1,2,0.5,1\n2020-03-12T11:00:00Z,1,2,3,1\n");

        assertThatThrownBy(() -> CandleReader.read(file))
                .isInstanceOf(ReplayInputException.class)
                .hasMessageContaining("candles.csv:3")
                .hasMessageContaining("between low (3) and high (2)");
    }

    @Test
    void namesThePlaceOfABadAccount() {
        assertThatThrownBy(() -> book(cross("0", "1580"), candle("7000", "7000", "6345", "6345")))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("/accounts/0/positions/0/quantity");
    }

    private static AccountReplay replay(String account, Candle... candles) {
        AccountReplay replay = new AccountReplay(
                book(account, candles[0]), book(account, candles[0]).accounts().getFirst(), standard::evaluate);
        for (int i = 0; i < candles.length; i++) {
            Candle candle = candles[i];
            replay.walk(new Candle(
                    HOUR.plusSeconds(3600L * i), candle.open(), candle.high(), candle.low(), candle.close()));
        }
        return replay;
    }

    private static ReplayBook book(String account, Candle first) {
        String json = """
                {"marks": [{"id": "BTCUSD"}], "tick": "0.01",
                 "instruments": [{"id": "BTCUSD", "type": "LINEAR_PERPETUAL", "instrumentClass": "major",
                   "currency": "USD", "multiplier": "1", "lotSize": "0.001",
                   "tiers": [{"floor": "0", "cap": "50000", "maintenanceRate": "0.004", "maxLeverage": "125"},
                             {"floor": "50000", "maintenanceRate": "0.005", "maxLeverage": "100"}]}],
                 "accounts": [%s]}
                """.formatted(account);
        return ReplayBook.read(json.getBytes(StandardCharsets.UTF_8), first);
    }

    private static String cross(String quantity, String balance) {
        return """
                {"id": "client", "segment": "retail", "marginMode": "CROSS", "currency": "USD",
                 "balances": [{"asset": "USD", "quantity": "%s"}],
                 "positions": [{"instrument": "BTCUSD", "quantity": "%s", "entryPrice": "7900"}]}
                """.formatted(balance, quantity);
    }

    private static Candle candle(String open, String high, String low, String close) {
        return new Candle(HOUR, new BigDecimal(open), new BigDecimal(high), new BigDecimal(low), new BigDecimal(close));
    }
}
