package io.plimsoll.service.ruledesk;

import static io.plimsoll.service.ruledesk.DeskClient.ok;
import static io.plimsoll.service.ruledesk.DeskClient.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Impacts that are found in the background: under stress, as a curve, and until somebody ends them.
///
/// An account is long 4 BTCUSDT from 68,000, at 67,000: its equity is its balance less 4,000, and its
/// maintenance margin 0.5 % of 268,000 less 50, 1,290. A retail client is called at 80 %, until 70 %, and
/// liquidated at 100 %, to 90 %.
@QuarkusTest
@TestProfile(ImpactRunTest.Desk.class)
final class ImpactRunTest {

    private static final String NAME = "impact-runs";
    private static final String WAS = "retail,major,70 %,80 %";
    private static final int ACCOUNTS = 20;

    private final DeskClient ada = new DeskClient(NAME, "ada");

    @Test
    void aCurveSaysWhatEachValueWouldDo() {
        // Margin ratios of 100 %, 86 %, 80 % and 75 %.
        recorded("5290", "5500", "5612.5", "5720");
        String id = ada.checked("call earlier", WAS, "retail,major,70 %,79 %");

        Response run = done(begin(id, curve("retail/major", "margin_call", "72 %", "70 %", "76 %", "81 %", "96 %")));

        assertThat(run.<String>path("report.curve.row")).isEqualTo("margin:retail/major");
        assertThat(run.<List<String>>path("report.curve.points.value"))
                .containsExactly("72 %", "70 %", "76 %", "81 %", "96 %");
        // Liquidated down to 0.9 · 1,290 of margin: 242,200 of notional, in lots of 67 closes 0.386 BTC.
        // Called for 1,290 / 0.7 less the equity, rounded up: 342.85714286, 230.35714286 and 122.85714286.
        assertPoint(run, 0, 3, 1, 0, "696.07142858", "25862");
        assertPoint(run, 2, 2, 1, 0, "573.21428572", "25862");
        assertPoint(run, 3, 1, 1, 1, "342.85714286", "25862");
        // The lowest must be above the clear level, and the guard allows 95 %.
        assertThat(run.<List<String>>path("report.curve.points[1].diagnostics.code"))
                .contains("table.ascending");
        assertThat(run.<String>path("report.curve.points[4].diagnostics[0].file"))
                .isEqualTo("tables/margin.csv");
        assertThat(run.<Integer>path("report.curve.points[1].calls")).isNull();
        assertThat(run.<Integer>path("report.impact.accounts")).isEqualTo(ACCOUNTS);
        assertThat(run.<Integer>path("report.impact.changes.newlyCalled")).isZero();
        assertThat(run.<Object>path("report.shocks")).isNull();
        // The change itself on both sides, and three values.
        assertThat(run.<Integer>path("progress.total")).isEqualTo(ACCOUNTS * 5);
        assertThat(run.<Integer>path("progress.done")).isEqualTo(ACCOUNTS * 5);
    }

    @Test
    void theStressSetShocksEveryAccount() {
        // At 67,067 the ratios are 0.8288, 0.7304, 0.6867 and 0.6496; at 66,933 two are liquidated and two called
        // anyway.
        recorded("5290", "5500", "5612.5", "5720");
        String id = ada.checked("call earlier", WAS, "retail,major,70 %,72 %");

        Response run = done(begin(id, "{\"on\": \"stressed\"}"));

        int each = ACCOUNTS / 4;
        assertThat(run.<List<String>>path("report.shocks.shock")).containsExactly("-0.001", "0.001");
        assertThat(run.<Integer>path("report.shocks[0].impact.changes.newlyCalled"))
                .isZero();
        assertThat(run.<Integer>path("report.shocks[0].impact.accounts")).isEqualTo(ACCOUNTS);
        assertThat(run.<Integer>path("report.shocks[1].impact.changes.newlyCalled"))
                .isEqualTo(each);
        // 1,291.34 / 0.7 less 1,558 of equity; and less 1,768.
        assertThat(run.<String>path("report.shocks[1].impact.cash[0].before")).isEqualTo(times("286.77142858"));
        assertThat(run.<String>path("report.shocks[1].impact.cash[0].after")).isEqualTo(times("363.54285716"));
        assertThat(run.<Integer>path("report.impact.accounts")).isEqualTo(2 * ACCOUNTS);
        assertThat(run.<Integer>path("report.impact.changes.newlyCalled")).isEqualTo(each);
        assertThat(run.<List<String>>path("report.impact.top.shock"))
                .hasSize(each)
                .containsOnly("0.001");
        assertThat(run.<String>path("on")).isEqualTo("stressed");
        assertThat(run.<String>path("by")).isEqualTo("ada");
    }

    @Test
    void aHigherLimitNeverCallsMore() {
        Random random = new Random(11);
        for (int i = 0; i < ACCOUNTS; i++) {
            RecordedAccounts.record(String.valueOf(5250 + random.nextInt(900)));
        }
        String id = ada.checked("call earlier", WAS, "retail,major,70 %,79 %");

        Response run = done(begin(
                id,
                curve(
                        "margin:retail/major",
                        "margin_call",
                        IntStream.rangeClosed(71, 85)
                                .mapToObj(percent -> percent + " %")
                                .toArray(String[]::new))));

        List<Integer> calls = run.path("report.curve.points.calls");
        List<Integer> liquidations = run.path("report.curve.points.liquidations");
        List<Integer> released = run.path("report.curve.points.released");
        assertThat(calls).hasSize(15).isSortedAccordingTo((a, b) -> b - a);
        assertThat(calls.getFirst()).isGreaterThan(calls.getLast());
        assertThat(liquidations).containsOnly(liquidations.getFirst());
        assertThat(released).isSorted();
        // The number that is live releases nobody, and calls whom it calls now.
        assertThat(released.get(80 - 71)).isZero();
    }

    @Test
    void whatIsNotThereIsNamedWithWhatThereIs() {
        String id = ada.begin("a question");
        String path = "retail/major";

        assertThat(refused(400, begin(id, curve(path, "limit", "1 %")))).contains("(limit)", "margin_call_clear");
        assertThat(refused(400, begin(id, curve("retail/small", "margin_call", "1 %"))))
                .contains("(margin:retail/small)", "margin:retail/major");
        assertThat(refused(400, begin(id, curve(path, "segment", "1 %")))).contains("(segment)", "margin_call");
        Response unknown = begin(id, curve(path, "margin_call", "1 %").replace("margin.csv", "margins.csv"));
        assertThat(refused(400, unknown)).contains("(tables/margins.csv)", "tables/margin.csv");
        assertThat(unknown.<String>path("errors[0].pointer")).isEqualTo("/curve/file");
        assertThat(refused(400, begin(id, curve(path, "margin_call")))).contains("too few");
        assertThat(refused(400, begin(id, "{\"on\": \"all\"}"))).contains("recorded|stressed");
        refused(404, given().get(ada.path(id, "/impact-runs/none")));
        refused(404, ada.request().delete(ada.path(id, "/impact-runs/none")));
        refused(404, begin("none", "{}"));
    }

    @Test
    void aChangeThatDoesNotPassHasNoImpact() {
        String id = ada.begin("a slip of the finger");
        ada.edit(id, "tables/margin.csv", WAS, "retail,major,70 %,7.5 %");

        Response run = ended(begin(id, "{}"));

        assertThat(run.<String>path("state")).isEqualTo("FAILED");
        assertThat(run.<String>path("problem.type")).endsWith("rule-set-refused");
        assertThat(run.<Object>path("report")).isNull();
        // A broken table has no rows to look for, and is told at once.
        refused(422, begin(id, curve("retail/major", "margin_call", "72 %")));
    }

    @Test
    void aRunIsCancelledAndAsManyGoOnAsMay() throws InterruptedException {
        recorded("5290", "5500", "5612.5", "5720");
        String id = ada.checked("call earlier", WAS, "retail,major,70 %,79 %");
        String endless = curve(
                        "retail/major",
                        "margin_call",
                        IntStream.range(0, 100)
                                .mapToObj(i -> "75.%02d %%".formatted(i))
                                .toArray(String[]::new))
                .replaceFirst("\\{", "{\"on\": \"stressed\", ");
        List<String> going = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            going.add(ok(202, begin(id, endless)).header("Location"));
        }
        assertThat(refused(503, begin(id, endless))).contains("(3)", "Maybe cancel one");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> given().get(going.getFirst()).<Integer>path("progress.done") > 0);

        for (String location : going) {
            Response cancelled = ok(200, ada.request().delete(location));
            assertThat(cancelled.<String>path("state")).isEqualTo("CANCELLED");
        }

        // What was begun when it was cancelled is ended; then nothing moves any more.
        Thread.sleep(3_000);
        Response first = ok(200, given().get(going.getFirst()));
        int done = first.path("progress.done");
        assertThat(done).isPositive().isLessThan(first.<Integer>path("progress.total"));
        Response begun = begin(id, "{}");
        done(begun);
        assertThat(given().get(going.get(1)).<Integer>path("progress.done"))
                .isLessThan(first.<Integer>path("progress.total"));
        refused(404, given().get(going.getFirst()));
        assertThat(ok(200, ada.request().delete(begun.header("Location"))).<String>path("state"))
                .as("what is done stays done")
                .isEqualTo("DONE");
    }

    private static void assertPoint(
            Response run, int index, int calls, int liquidations, int released, String cash, String notional) {
        String point = "report.curve.points[" + index + "].";
        int each = ACCOUNTS / 4;
        assertThat(run.<Integer>path(point + "calls")).isEqualTo(calls * each);
        assertThat(run.<Integer>path(point + "liquidations")).isEqualTo(liquidations * each);
        assertThat(run.<Integer>path(point + "released")).isEqualTo(released * each);
        assertThat(run.<Integer>path(point + "undecided")).isZero();
        assertThat(run.<List<Map<String, String>>>path(point + "cash"))
                .containsExactly(Map.of("currency", "USDT", "amount", times(cash)));
        assertThat(run.<List<Map<String, String>>>path(point + "notional"))
                .containsExactly(Map.of("currency", "USDT", "amount", times(notional)));
    }

    private static String times(String amount) {
        return new BigDecimal(amount)
                .multiply(BigDecimal.valueOf(ACCOUNTS / 4))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Records as many accounts as are looked at, with these balances in turn.
    private static void recorded(String... balances) {
        for (int i = 0; i < ACCOUNTS; i++) {
            RecordedAccounts.record(balances[i % balances.length]);
        }
    }

    private static String curve(String row, String column, String... values) {
        return "{\"curve\": {\"file\": \"tables/margin.csv\", \"row\": \"%s\", \"column\": \"%s\", \"values\": [%s]}}"
                .formatted(
                        row,
                        column,
                        String.join(
                                ", ",
                                List.of(values).stream()
                                        .map(value -> "\"" + value + "\"")
                                        .toList()));
    }

    private Response begin(String id, String body) {
        return ada.request().contentType("application/json").body(body).post(ada.path(id, "/impact-runs"));
    }

    private static Response done(Response begun) {
        Response run = ended(begun);
        assertThat(run.<String>path("state")).as(run.asString()).isEqualTo("DONE");
        return run;
    }

    private static Response ended(Response begun) {
        String location = ok(202, begun).header("Location");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !given().get(location).path("state").equals("RUNNING"));
        return given().get(location);
    }

    public static final class Desk implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(DeskFolder.settings(NAME));
            overrides.put("plimsoll.desk.impact-accounts", String.valueOf(ACCOUNTS));
            overrides.put("plimsoll.desk.impact-shocks", "-0.001,0.001");
            overrides.put("plimsoll.desk.impact-runs", "3");
            return overrides;
        }
    }
}
