package io.plimsoll.service.book;

import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.json;
import static io.plimsoll.service.book.BookClient.mark;
import static io.plimsoll.service.book.BookClient.marks;
import static io.plimsoll.service.book.BookClient.ok;
import static io.plimsoll.service.book.BookClient.refused;
import static io.plimsoll.service.book.BookClient.request;
import static io.plimsoll.service.book.BookClient.send;
import static io.plimsoll.service.book.BookClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.service.store.Store;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Of marks and signals the newest is held, whoever sends them in whatever order.
@QuarkusTest
final class MarketTest {

    @Inject
    Store store;

    @Test
    void anOlderMarkIsNotTakenAndTheAnswerSaysSo() {
        send("/v1/marks", marks(mark("mkt-a", "100", "2026-01-01T10:00:00Z", "one")));

        JsonNode answer = json(send(
                "/v1/marks",
                marks(
                        mark("mkt-a", "90", "2026-01-01T09:59:59.999999999Z", "one"),
                        mark("mkt-a", "95", "2026-01-01T09:00:00Z", "two"),
                        mark("mkt-a", "101", "2026-01-01T10:00:00Z", "one"))));

        assertThat(answer.path("taken").intValue()).isEqualTo(1);
        assertThat(answer.path("notTaken")).hasSize(2);
        assertThat(answer.at("/notTaken/0/sent/price").asText()).isEqualTo("90");
        assertThat(answer.at("/notTaken/0/held/price").asText()).isEqualTo("100");
        assertThat(answer.at("/notTaken/1/sent/price").asText()).isEqualTo("101");
        assertThat(held("mkt-a").path("marks").findValuesAsText("price")).containsExactly("100", "95");
    }

    @Test
    void theSameMarkMayBeSentAgain() {
        Map<String, Object> marks = marks(mark("mkt-b", "1.50", "2026-01-01T10:00:00.123456789Z", "one"));
        send("/v1/marks", marks);

        JsonNode again = json(send("/v1/marks", marks));

        assertThat(again.path("taken").intValue()).isEqualTo(1);
        assertThat(again.path("notTaken")).isEmpty();
        assertThat(held("mkt-b").at("/counts/time").asText()).isEqualTo("2026-01-01T10:00:00.123456789Z");
    }

    @Test
    void theNewestCountsAndOfOneTimeTheSourceThatComesFirst() {
        send(
                "/v1/marks",
                marks(
                        mark("mkt-c", "3", "2026-01-01T10:00:00Z", "c"),
                        mark("mkt-c", "1", "2026-01-01T09:00:00Z", "a"),
                        mark("mkt-c", "2", "2026-01-01T10:00:00Z", "b")));

        assertThat(held("mkt-c").at("/counts/source").asText()).isEqualTo("b");
        assertThat(held("mkt-c").path("marks").findValuesAsText("source")).containsExactly("a", "b", "c");
    }

    @Test
    void ifOneIsMalformedNoneIsTaken() {
        JsonNode problem = refused(
                400,
                "invalid-document",
                request()
                        .body(text(marks(
                                mark("mkt-d", "1", "2026-01-01T10:00:00Z", "a"),
                                mark("mkt-d", "0", "2026-01-01T10:00:00Z", "b"),
                                mark("mkt-d", "1", "2300-01-01T10:00:00Z", "c"))))
                        .post("/v1/marks"));

        assertThat(problem.findValuesAsText("pointer")).containsExactly("/marks/1/price", "/marks/2/time");
        assertThat(held("mkt-d").isMissingNode()).isTrue();
    }

    @Test
    void aRequestWithAKeyGetsTheAnswerOfTheFirst() {
        String key = UUID.randomUUID().toString();
        String body = text(marks(mark("mkt-e", "1", "2026-01-01T10:00:00Z", "a")));
        Response first =
                ok(200, request().header("Idempotency-Key", key).body(body).post("/v1/marks"));
        send("/v1/marks", marks(mark("mkt-e", "2", "2026-01-01T11:00:00Z", "a")));

        Response again =
                ok(200, request().header("Idempotency-Key", key).body(body).post("/v1/marks"));

        assertThat(again.asString()).isEqualTo(first.asString()).contains("\"taken\":1");
        assertThat(held("mkt-e").at("/counts/price").asText()).isEqualTo("2");
    }

    @Test
    void inWhateverOrderTheyComeTheNewestStays() throws Exception {
        List<Map<String, Object>> all = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(second -> mark(
                        "mkt-f" + second % 3,
                        Integer.toString(second + 1),
                        "2026-01-01T10:00:%02dZ".formatted(second),
                        "a"))
                .toList());
        Collections.shuffle(all, new Random(7));
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Response>> work = IntStream.range(0, 20)
                    .<Callable<Response>>mapToObj(part -> () -> request()
                            .body(text(Map.of("marks", all.subList(part * 3, part * 3 + 3))))
                            .post("/v1/marks"))
                    .toList();
            for (Future<Response> each : threads.invokeAll(work)) {
                ok(200, each.get());
            }
        }
        assertThat(List.of(held("mkt-f0"), held("mkt-f1"), held("mkt-f2")))
                .extracting(each -> each.at("/counts/price").asText())
                .containsExactly("58", "59", "60");
    }

    @Test
    void whatAnotherServiceHasTakenIsFollowed() {
        store.write(
                sql -> sql.execute(
                        "insert into book_mark (id, source, price, nanos) values ('mkt-g', 'elsewhere', 7.25, 1767261600000000001)"));

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(held("mkt-g").at("/counts/price").asText()).isEqualTo("7.25"));
        assertThat(held("mkt-g").at("/counts/time").asText()).isEqualTo("2026-01-01T10:00:00.000000001Z");
    }

    @Test
    void signalsAreHeldByNameAndSubject() {
        Map<String, Object> calm = signal("mkt-vol", "BTC", "0.2", "2026-01-01T10:00:00Z");
        Map<String, Object> wild = signal("mkt-vol", "ETH", "-0.9", "2026-01-01T10:00:00Z");
        send("/v1/signals", Map.of("signals", List.of(wild, calm)));

        JsonNode older = json(
                send("/v1/signals", Map.of("signals", List.of(signal("mkt-vol", "ETH", "0", "2026-01-01T09:00:00Z")))));

        assertThat(older.path("taken").intValue()).isZero();
        assertThat(older.at("/notTaken/0/held/value").asText()).isEqualTo("-0.9");
        JsonNode page = json(get("/v1/signals?after=mkt-vo&limit=1"));
        assertThat(page.path("signals").findValuesAsText("value")).containsExactly("0.2", "-0.9");
    }

    private static Map<String, Object> signal(String name, String subject, String value, String time) {
        return Map.of("name", name, "subject", subject, "value", value, "time", time);
    }

    /// What the list has of one instrument, if it has something.
    private static JsonNode held(String id) {
        for (JsonNode marked : json(get("/v1/marks?limit=1000")).path("marked")) {
            if (marked.path("id").asText().equals(id)) {
                return marked;
            }
        }
        return BookClient.JSON.missingNode();
    }
}
