package io.plimsoll.service.book;

import static io.plimsoll.service.book.BookClient.account;
import static io.plimsoll.service.book.BookClient.collateral;
import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.instrument;
import static io.plimsoll.service.book.BookClient.json;
import static io.plimsoll.service.book.BookClient.mark;
import static io.plimsoll.service.book.BookClient.marks;
import static io.plimsoll.service.book.BookClient.ok;
import static io.plimsoll.service.book.BookClient.position;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.refused;
import static io.plimsoll.service.book.BookClient.request;
import static io.plimsoll.service.book.BookClient.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.service.evaluation.Examples;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How an account of the book stands is what an evaluation of the same snapshot says.
@QuarkusTest
final class RiskTest {

    @ParameterizedTest
    @MethodSource("examples")
    void isTheDecisionAboutTheSameSnapshot(String example) {
        ExampleBook book = ExampleBook.of(example).put();

        Response risk = get("/v1/accounts/" + book.account() + "/risk");
        Response evaluation = ok(200, request().body(book.snapshot().toString()).post("/v1/evaluations?record=false"));

        assertThat(risk.asString()).isEqualTo(evaluation.asString());
        assertThat(risk.header("Plimsoll-Rule-Set")).isNotNull().isEqualTo(evaluation.header("Plimsoll-Rule-Set"));
        assertThat(risk.header("Plimsoll-Decision")).isNull();
        JsonNode thresholds = json(risk).path("thresholds");
        assertThat(thresholds).isNotEmpty();
        for (JsonNode threshold : thresholds) {
            assertThat(threshold.fieldNames()).toIterable().contains("limit", "observed", "distance");
        }
    }

    static Stream<String> examples() {
        return Examples.names().stream();
    }

    @Test
    void aNewMarkIsAnotherDecisionAsOfItsTime() {
        ExampleBook book = ExampleBook.of("healthy-account").put();
        String path = "/v1/accounts/" + book.account() + "/risk";
        String before = json(get(path)).at("/metrics/equity").asText();
        String id = book.snapshot().at("/marks/0/id").asText();

        send("/v1/marks", marks(mark(id, "60000", "2024-10-25T00:00:00Z", "exchange")));

        JsonNode after = json(get(path));
        assertThat(after.path("asOf").asText()).isEqualTo("2024-10-25T00:00:00Z");
        assertThat(after.at("/metrics/equity").asText()).isNotEqualTo(before);
        assertThat(after.at("/metrics/positions/0/mark").asText()).isEqualTo("60000");
    }

    @Test
    void everythingThatIsMissingIsNamedWhereItIsNeeded() {
        put("/v1/instruments/risk-known", instrument("risk-known"));
        Map<String, Object> account = new HashMap<>(
                account("risk-missing", "1000", List.of(position("risk-known", "1"), position("risk-nowhere", "1"))));
        List<Object> balances = new ArrayList<>((List<?>) account.get("balances"));
        balances.add(Map.of("asset", "risk-coin", "quantity", "1"));
        account.put("balances", balances);
        account.put("category", "risk-cat");
        Response put = put("/v1/accounts/risk-missing", account);

        JsonNode problem = refused(422, "incomplete-book", request().get("/v1/accounts/risk-missing/risk"));
        List<String> errors = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> errors.add(error.path("pointer").asText() + " "
                        + error.path("remedy").asText()));
        assertThat(errors)
                .containsExactlyInAnyOrder(
                        "/positions/1/instrument Maybe PUT /v1/instruments/risk-nowhere.",
                        "/balances/1/asset Maybe PUT /v1/collateral/risk-coin.",
                        "/category Maybe PUT /v1/categories/risk-cat.",
                        "/positions/0/instrument Maybe POST /v1/marks.",
                        "/positions/1/instrument Maybe POST /v1/marks.",
                        "/balances/1/asset Maybe POST /v1/marks.");
        refused(404, "not-found", request().get("/v1/accounts/risk-nobody/risk"));
        assertThat(put.statusCode()).isEqualTo(201);
    }

    @Test
    void whatDoesNotGoTogetherIsToldInThePlaceInTheAccount() {
        Map<String, Object> other = new HashMap<>(instrument("risk-euro"));
        other.put("currency", "EUR");
        put("/v1/instruments/risk-euro", other);
        send("/v1/marks", marks(mark("risk-euro", "1", "2026-01-01T10:00:00Z", "a")));
        put("/v1/accounts/risk-currency", account("risk-currency", "1", List.of(position("risk-euro", "1"))));

        JsonNode problem = refused(422, "incomplete-book", request().get("/v1/accounts/risk-currency/risk"));
        assertThat(problem.findValuesAsText("pointer")).containsExactly("/positions/0/instrument");
        assertThat(problem.path("detail").asText()).contains("settles in EUR");
    }

    @Test
    void anAccountThatDependsOnNoMarkIsAsOfItsLastChange() {
        put("/v1/accounts/risk-cash", account("risk-cash", "1000"));

        String first = get("/v1/accounts/risk-cash/risk").asString();

        JsonNode listed = json(get("/v1/accounts?limit=1&after=risk-casg"));
        assertThat(listed.at("/documents/0/id").asText()).isEqualTo("risk-cash");
        assertThat(get("/v1/accounts/risk-cash/risk").asString())
                .isEqualTo(first)
                .contains("\"asOf\":\"%s\""
                        .formatted(listed.at("/documents/0/changedAt").asText()));
    }

    @Test
    void aMarkOfAnAssetCountsForItsBalance() {
        put("/v1/collateral/risk-gold", collateral("risk-gold"));
        send(
                "/v1/marks",
                marks(
                        mark("risk-gold", "10", "2026-01-01T10:00:00Z", "a"),
                        mark("risk-gold", "20", "2026-01-01T10:00:01Z", "b")));
        Map<String, Object> account = new HashMap<>(account("risk-holder", "0"));
        account.put("balances", List.of(Map.of("asset", "risk-gold", "quantity", "2")));
        put("/v1/accounts/risk-holder", account);

        assertThat(json(get("/v1/accounts/risk-holder/risk"))
                        .at("/metrics/equity")
                        .asText())
                .isEqualTo("36");
    }
}
