package io.plimsoll.service.book;

import static io.plimsoll.service.book.BookClient.account;
import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.instrument;
import static io.plimsoll.service.book.BookClient.json;
import static io.plimsoll.service.book.BookClient.mark;
import static io.plimsoll.service.book.BookClient.marks;
import static io.plimsoll.service.book.BookClient.position;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.refused;
import static io.plimsoll.service.book.BookClient.request;
import static io.plimsoll.service.book.BookClient.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The book has accounts of other tests, too, so that only what a mark of our own changes is looked at.
@QuarkusTest
final class ExposureTest {

    @BeforeEach
    void fill() {
        for (String id : List.of("shock-a", "shock-b")) {
            put("/v1/instruments/" + id, instrument(id));
        }
        send("/v1/marks", marks(mark("shock-a", "100", "2026-01-01T10:00:00Z", "exchange")));
        send("/v1/marks", marks(mark("shock-b", "100", "2026-01-01T10:00:00Z", "exchange")));
        put("/v1/accounts/shock-long", account("shock-long", "300", List.of(position("shock-a", "10"))));
        put("/v1/accounts/shock-short", account("shock-short", "300", List.of(position("shock-a", "-10"))));
    }

    @Test
    void countsWhoIsPastALineAfterAShockAndWhatThatIsAbout() {
        Response response =
                get("/v1/exposure?instrument=shock-a&kind=LIQUIDATION&shocks=-0.4,-0.3,-0.29,0.3&by=instrument");

        JsonNode answer = json(response);
        assertThat(answer.path("direction").asText()).isEqualTo("shock-a");
        assertThat(response.header("Plimsoll-Rule-Set"))
                .isNotNull()
                .isEqualTo(answer.path("ruleSetVersion").asText());
        assertThat(answer.path("asOf").asText()).isNotEmpty();
        assertThat(answer.path("accounts").asLong()).isGreaterThanOrEqualTo(2);
        JsonNode table = table(answer, "LIQUIDATION");
        assertThat(table.path("shocks").findValuesAsText("shock")).containsExactly("-0.4", "-0.3", "-0.29", "0", "0.3");
        assertThat(table.path("shocks").findValuesAsText("newAccounts")).containsExactly("1", "1", "0", "0", "1");
        // 10 at 60: 300 - 400 of equity, and a requirement of 3.
        assertThat(beyondPresent(table, "deficit", 0)).isEqualByComparingTo("103");
        assertThat(beyondPresent(table, "shortfall", 0)).isEqualByComparingTo("100");
        assertThat(beyondPresent(table, "notional", 0)).isEqualByComparingTo("600");
        // 10 at 70: no equity, and a requirement of 3.5.
        assertThat(beyondPresent(table, "deficit", 1)).isEqualByComparingTo("3.5");
        assertThat(beyondPresent(table, "shortfall", 1)).isEqualByComparingTo("0");
        assertThat(beyondPresent(table, "deficit", 2)).isEqualByComparingTo("0");
        // Short 10 at 130: no equity, and a requirement of 6.5.
        assertThat(beyondPresent(table, "deficit", 4)).isEqualByComparingTo("6.5");
        assertThat(notional(table, "shock-a")).containsExactly("600", "700", "0", "0", "1300");
    }

    @Test
    void allMarksMoveTogetherByTheirBetas() {
        send(
                "/v1/signals",
                Map.of(
                        "signals",
                        List.of(Map.of(
                                "name", "beta", "subject", "shock-b", "value", "-2", "time", "2026-01-01T10:00:00Z"))));
        put("/v1/accounts/shock-beta", account("shock-beta", "300", List.of(position("shock-b", "10"))));

        JsonNode answer = json(get("/v1/exposure?kind=LIQUIDATION&shocks=0.1,0.15&by=instrument"));

        assertThat(answer.path("direction").asText()).isEqualTo("joint");
        assertThat(notional(table(answer, "LIQUIDATION"), "shock-b")).containsExactly("0", "0", "700");
    }

    @Test
    void looksAt41ShocksOfEveryKindUnlessToldOtherwise() {
        JsonNode answer = json(get("/v1/exposure"));

        assertThat(answer.path("tables")).hasSizeGreaterThan(1);
        for (JsonNode table : answer.path("tables")) {
            assertThat(table.path("shocks")).hasSize(41);
            assertThat(table.has("instruments")).isFalse();
        }
        assertThat(json(get("/v1/exposure"))).isEqualTo(answer);
    }

    @Test
    void whoeverCanNotBeEvaluatedIsNamedWithTheReason() {
        put("/v1/accounts/shock-lost", account("shock-lost", "1", List.of(position("shock-nowhere", "1"))));

        JsonNode answer = json(get("/v1/exposure?instrument=shock-a&shocks=0.1"));

        assertThat(answer.path("leftOut").asLong()).isPositive();
        List<JsonNode> lost = new ArrayList<>();
        answer.path("firstLeftOut").forEach(each -> {
            if (each.path("account").asText().equals("shock-lost")) {
                lost.add(each);
            }
        });
        assertThat(lost).singleElement().satisfies(each -> {
            assertThat(each.path("type").asText()).isEqualTo("urn:plimsoll:problem:incomplete-book");
            assertThat(each.path("detail").asText()).contains("shock-nowhere");
        });
        request().delete("/v1/accounts/shock-lost");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shocks=-1                | shocks     | must each be above -1
                    shocks=11                | shocks     | at most 10
                    shocks=                  | shocks     | is not a decimal number
                    shocks=0.1,,0.2          | shocks     | is not a decimal number
                    shocks=1e-999999999      | shocks     | digits after the decimal point
                    shocks=NaN               | shocks     | is not a decimal number
                    kind=liquidation         | kind       | must be of WARNING
                    kind=                    | kind       | must be of WARNING
                    by=account               | by         | must be instrument
                    instrument=a%20b         | instrument | must be an identifier
                    instrument=shock-nowhere | instrument | has no mark
                    kind=LOSS&kind=EQUITY    | kind       | more than once
                    limit=5                  | limit      | no parameter of this name
                    """)
    void aQuestionThatMakesNoSenseIsToldSo(String query, String parameter, String detail) {
        JsonNode problem = refused(
                400, "invalid-parameter", request().urlEncodingEnabled(false).get("/v1/exposure?" + query));

        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo(parameter);
        assertThat(problem.at("/errors/0/detail").asText()).contains(detail);
        assertThat(problem.at("/errors/0/remedy").asText()).startsWith("Maybe");
    }

    @Test
    void tooManyShocksAreRefused() {
        String shocks = String.join(
                ",",
                IntStream.rangeClosed(1, 401).mapToObj(i -> "0." + (1000 + i)).toList());

        JsonNode problem = refused(400, "invalid-parameter", request().get("/v1/exposure?shocks=" + shocks));
        assertThat(problem.at("/errors/0/detail").asText()).contains("402");
    }

    @Test
    void ofSeveralAtOnceEachIsAnsweredOrToldToComeBack() {
        List<CompletableFuture<Response>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> request().get("/v1/exposure")))
                .toList();

        List<Response> answers = asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        for (Response answer : answers) {
            if (answer.statusCode() != 200) {
                refused(503, "overloaded", answer);
                assertThat(answer.header("Retry-After")).isNotNull();
            }
        }
    }

    private static JsonNode table(JsonNode answer, String kind) {
        for (JsonNode table : answer.path("tables")) {
            if (table.path("kind").asText().equals(kind)
                    && table.path("currency").asText().equals("USDT")) {
                return table;
            }
        }
        throw new AssertionError("There is no table of %s in %s.".formatted(kind, answer));
    }

    private static BigDecimal beyondPresent(JsonNode table, String field, int row) {
        JsonNode rows = table.path("shocks");
        for (JsonNode each : rows) {
            if (each.path("shock").asText().equals("0")) {
                return new BigDecimal(rows.get(row).path(field).asText())
                        .subtract(new BigDecimal(each.path(field).asText()));
            }
        }
        throw new AssertionError("The present is missing in %s.".formatted(table));
    }

    private static List<String> notional(JsonNode table, String instrument) {
        for (JsonNode each : table.path("instruments")) {
            if (each.path("instrument").asText().equals(instrument)) {
                List<String> amounts = new ArrayList<>();
                each.path("notional").forEach(amount -> amounts.add(amount.asText()));
                return amounts;
            }
        }
        throw new AssertionError("%s is missing in %s.".formatted(instrument, table));
    }
}
