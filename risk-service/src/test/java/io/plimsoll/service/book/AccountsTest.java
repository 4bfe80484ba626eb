package io.plimsoll.service.book;

import static io.plimsoll.service.book.BookClient.account;
import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.json;
import static io.plimsoll.service.book.BookClient.matching;
import static io.plimsoll.service.book.BookClient.ok;
import static io.plimsoll.service.book.BookClient.position;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.refused;
import static io.plimsoll.service.book.BookClient.request;
import static io.plimsoll.service.book.BookClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Accounts are made, read, changed and removed, and nobody's change is lost.
@QuarkusTest
final class AccountsTest {

    @Test
    void whatIsPutIsReadInCanonicalForm() {
        Response made = ok(
                201,
                request()
                        .body(text(
                                account("acc-life", "1000.50", List.of(position("ETH", "-2.0"), position("BTC", "1")))))
                        .put("/v1/accounts/acc-life"));

        assertThat(made.header("Location")).isEqualTo("/v1/accounts/acc-life");
        Response read = get("/v1/accounts/acc-life");
        assertThat(read.header("ETag"))
                .isEqualTo(made.header("ETag"))
                .isEqualTo("\"" + json(made).path("revision").asLong() + "\"");
        assertThat(read.asString())
                .isEqualTo("{\"id\":\"acc-life\",\"segment\":\"retail\",\"marginMode\":\"CROSS\",\"currency\":\"USDT\","
                        + "\"balances\":[{\"asset\":\"USDT\",\"quantity\":\"1000.5\"}],\"positions\":["
                        + "{\"instrument\":\"BTC\",\"quantity\":\"1\",\"entryPrice\":\"100\"},"
                        + "{\"instrument\":\"ETH\",\"quantity\":\"-2\",\"entryPrice\":\"100\"}],\"targets\":[]}");
    }

    @Test
    void aChangeNamesWhatWasRead() {
        String path = "/v1/accounts/acc-match";
        Response made = put(path, account("acc-match", "1"));
        String other = text(account("acc-match", "2"));

        refused(428, "precondition-required", request().body(other).put(path));
        refused(
                412,
                "precondition-failed",
                request().header("If-None-Match", "*").body(other).put(path));
        refused(
                412,
                "precondition-failed",
                request().header("If-Match", "\"999999\"").body(other).put(path));
        Response changed = ok(200, matching(made).body(other).put(path));
        refused(412, "precondition-failed", matching(made).body(other).put(path));
        refused(428, "precondition-required", request().delete(path));
        refused(412, "precondition-failed", matching(made).delete(path));
        assertThat(ok(204, matching(changed).delete(path)).asString()).isEmpty();
        refused(404, "not-found", matching(changed).delete(path));
        refused(404, "not-found", request().get(path));
        refused(412, "precondition-failed", matching(changed).body(other).put(path));
    }

    @Test
    void aRevisionNeverComesBack() {
        String path = "/v1/accounts/acc-again";
        Response first = put(path, account("acc-again", "1"));
        ok(204, matching(first).delete(path));
        Response second = put(path, account("acc-again", "1"));

        assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
        refused(412, "precondition-failed", matching(first).delete(path));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWhereItStands() {
        String broken = text(account("acc-other", "x", List.of(position("BTC", "0"), position("E TH", "1"))));

        JsonNode form = refused(400, "invalid-document", request().body(broken).put("/v1/accounts/acc-broken"));
        assertThat(form.findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/balances/0/quantity", "/positions/1/instrument");
        JsonNode facts = refused(
                400,
                "invalid-document",
                request()
                        .body(broken.replace("\"x\"", "\"1\"").replace("E TH", "ETH"))
                        .put("/v1/accounts/acc-broken"));
        assertThat(facts.findValuesAsText("pointer")).containsExactly("/positions/0/quantity");
        JsonNode place = refused(
                400,
                "invalid-document",
                request().body(text(account("acc-x", "1"))).put("/v1/accounts/acc-y"));
        assertThat(place.findValuesAsText("pointer")).containsExactly("/id");
        refused(404, "not-found", request().get("/v1/accounts/acc-broken"));
    }

    @Test
    void positionsAreChangedOneByOne() {
        String path = "/v1/accounts/acc-positions";
        Response made = put(path, account("acc-positions", "1000", List.of(position("BTC", "1"))));

        Response added = ok(200, matching(made).body(text(position("ETH", "3"))).put(path + "/positions/ETH"));
        refused(
                412,
                "precondition-failed",
                matching(made).body(text(position("ETH", "4"))).put(path + "/positions/ETH"));
        Response changed =
                ok(200, matching(added).body(text(position("BTC", "-1"))).put(path + "/positions/BTC"));
        JsonNode two = json(get(path));
        assertThat(two.path("positions").findValuesAsText("instrument")).containsExactly("BTC", "ETH");
        assertThat(two.at("/positions/0/quantity").asText()).isEqualTo("-1");
        Response removed = ok(200, matching(changed).delete(path + "/positions/BTC"));
        refused(404, "not-found", matching(removed).delete(path + "/positions/BTC"));
        assertThat(json(get(path)).path("positions").findValuesAsText("instrument"))
                .containsExactly("ETH");
        refused(428, "precondition-required", request().delete(path + "/positions/ETH"));
        refused(
                404,
                "not-found",
                matching(removed).body(text(position("ETH", "4"))).put("/v1/accounts/nobody/positions/ETH"));
        JsonNode isolated = refused(
                400,
                "invalid-document",
                matching(removed)
                        .body(text(
                                Map.of("instrument", "BTC", "quantity", "1", "entryPrice", "1", "isolatedMargin", "5")))
                        .put(path + "/positions/BTC"));
        assertThat(isolated.findValuesAsText("pointer")).containsExactly("/isolatedMargin");
    }

    @Test
    void aListGoesByIdentifierInPages() {
        for (String id : List.of("page-c", "page-a", "page-B", "page-b")) {
            put("/v1/accounts/" + id, account(id, "1"));
        }
        List<String> read = new ArrayList<>();
        String after = "page";
        while (after != null && after.startsWith("page")) {
            JsonNode page = json(get("/v1/accounts?limit=1&after=" + after));
            page.path("documents").findValuesAsText("id").forEach(read::add);
            after = page.path("next").textValue();
        }
        assertThat(read.stream().filter(id -> id.startsWith("page-")))
                .containsExactly("page-B", "page-a", "page-b", "page-c");
        assertThat(json(get("/v1/accounts?limit=1&after=page"))
                        .at("/documents/0/changedBy")
                        .asText())
                .isEqualTo("ola");
        JsonNode wrong = refused(400, "invalid-parameter", request().get("/v1/accounts?limit=0&after=%20&offset=3"));
        assertThat(wrong.findValuesAsText("parameter")).containsExactlyInAnyOrder("limit", "after", "offset");
    }

    @Test
    void aRequestWithAKeyIsAnsweredOnce() {
        String path = "/v1/accounts/acc-key";
        String key = UUID.randomUUID().toString();
        String body = text(account("acc-key", "1"));

        Response first =
                ok(201, request().header("Idempotency-Key", key).body(body).put(path));
        Response again =
                ok(201, request().header("Idempotency-Key", key).body(body).put(path));
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        refused(
                422,
                "key-misused",
                request()
                        .header("Idempotency-Key", key)
                        .header("If-None-Match", "*")
                        .body(body)
                        .put(path));
        String gone = UUID.randomUUID().toString();
        ok(204, matching(first).header("Idempotency-Key", gone).delete(path));
        ok(204, matching(first).header("Idempotency-Key", gone).delete(path));
        refused(404, "not-found", request().get(path));
    }

    @Test
    void ofManyWhoChangeTheSameRevisionOneIsRight() throws Exception {
        String path = "/v1/accounts/acc-race";
        Response made = put(path, account("acc-race", "0"));
        int rounds = 10;
        int racers = 8;
        String tag = made.header("ETag");
        try (ExecutorService threads = Executors.newFixedThreadPool(racers)) {
            for (int round = 0; round < rounds; round++) {
                String read = tag;
                List<Callable<Response>> work = IntStream.rangeClosed(1, racers)
                        .<Callable<Response>>mapToObj(racer -> () -> request()
                                .header("If-Match", read)
                                .body(text(account("acc-race", Integer.toString(racer))))
                                .put(path))
                        .toList();
                List<Response> right = new ArrayList<>();
                for (Future<Response> each : threads.invokeAll(work)) {
                    Response answer = each.get();
                    if (answer.statusCode() == 200) {
                        right.add(answer);
                    } else {
                        refused(412, "precondition-failed", answer);
                    }
                }
                assertThat(right).hasSize(1);
                tag = right.getFirst().header("ETag");
                assertThat(get(path).header("ETag")).isEqualTo(tag);
            }
        }
    }

    @Test
    void ofManyWhoMakeTheSameOneIsFirst() throws Exception {
        int racers = 8;
        try (ExecutorService threads = Executors.newFixedThreadPool(racers)) {
            for (int round = 0; round < 10; round++) {
                String id = "acc-first-" + round;
                List<Callable<Integer>> work = IntStream.range(0, racers)
                        .<Callable<Integer>>mapToObj(racer -> () -> request()
                                .header("If-None-Match", "*")
                                .body(text(account(id, "1")))
                                .put("/v1/accounts/" + id)
                                .statusCode())
                        .toList();
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> each : threads.invokeAll(work)) {
                    statuses.add(each.get());
                }
                assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 412);
            }
        }
    }
}
