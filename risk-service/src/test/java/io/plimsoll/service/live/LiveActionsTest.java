package io.plimsoll.service.live;

import static io.plimsoll.service.book.BookClient.account;
import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.instrument;
import static io.plimsoll.service.book.BookClient.json;
import static io.plimsoll.service.book.BookClient.marks;
import static io.plimsoll.service.book.BookClient.matching;
import static io.plimsoll.service.book.BookClient.ok;
import static io.plimsoll.service.book.BookClient.position;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.refused;
import static io.plimsoll.service.book.BookClient.request;
import static io.plimsoll.service.book.BookClient.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.service.book.BookClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is to be done about an account of the book goes out when one of its thresholds is crossed. The
/// account of these tests has 10 USDT and one contract bought at 100, with 0.5 % maintenance margin: it is
/// called below 90.57 and liquidated below 90.46.
@QuarkusTest
final class LiveActionsTest {

    private static final AtomicLong TEST = new AtomicLong();
    private static final int STREAMS = 200;
    private static final String SAFE = "100";
    private static final String CALLED = "99.55";
    private static final String LIQUIDATED = "99.45";

    private final String name = "live-" + TEST.incrementAndGet();
    private Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusMillis(100);

    @TestHTTPResource("/v1/actions/stream")
    URI stream;

    @BeforeEach
    void anAccountThatIsSafe() {
        put("/v1/instruments/" + name, instrument(name));
        mark(SAFE);
        put("/v1/accounts/" + name, account(name, "1", List.of(position(name, "1"))));
        // Whoever is watched does not depend on which of both is seen first.
        Awaitility.await().until(() -> json(get("/v1/live")).path("accounts").intValue() > 0);
    }

    private void mark(String price) {
        time = Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(time)
                ? Instant.now().truncatedTo(ChronoUnit.MILLIS)
                : time.plusMillis(1);
        send("/v1/marks", marks(BookClient.mark(name, price, time.toString(), "test")));
    }

    @Test
    void aCrossedThresholdIsAnActionThatExplainsItselfAndIsRecorded() {
        mark(CALLED);

        JsonNode call = theOnly("marginCall", "OPEN");

        assertThat(call.path("account").asText()).isEqualTo(name);
        assertThat(call.path("attempt").intValue()).isEqualTo(1);
        assertThat(call.at("/action/breaches/0/kind").asText()).isEqualTo("MARGIN_CALL");
        assertThat(call.at("/action/breaches/0/setBy/rule").asText()).isNotEmpty();
        assertThat(call.at("/action/breaches/0/observed/exact").asText()).isEqualTo("0.49775/0.55");
        JsonNode decision = json(get("/v1/decisions/" + call.path("decision").asText()));
        assertThat(decision.findValue("by").asText()).isEqualTo("live-book");
        assertThat(decision.findValue("decision").at("/actions/0")).isEqualTo(call.path("action"));
    }

    @Test
    void aBreachThatIsOverCuresItsActionAndTheNextOneIsAnother() {
        mark(CALLED);
        String first = theOnly("marginCall", "OPEN").path("id").asText();
        mark(SAFE);
        assertThat(theOnly("marginCall", "CURED").path("id").asText()).isEqualTo(first);

        mark(CALLED);

        JsonNode second = theOnly("marginCall", "OPEN");
        assertThat(second.path("id").asText()).isNotEqualTo(first);
        assertThat(second.path("episode").asText())
                .isNotEqualTo(json(get("/v1/actions/" + first)).path("episode").asText());
    }

    @Test
    void aLiquidationIsWithheldUntilItsMarksHaveBeenReliedOnForAWhile() {
        mark(LIQUIDATED);
        JsonNode held = theOnly("liquidation", "HELD");
        assertThat(held.at("/reasons/0/code").asText()).isEqualTo("disarmed");
        assertThat(held.at("/reasons/0/text").asText())
                .startsWith("Liquidation withheld: ")
                .contains(name);
        String id = held.path("id").asText();
        JsonNode refusal = refused(409, "conflict", request().post("/v1/actions/" + id + "/ack"));
        assertThat(refusal.path("detail").asText()).contains("HELD", "guards");

        untilItGoesOut();

        assertThat(theOnly("liquidation", "OPEN").path("id").asText()).isEqualTo(id);
    }

    /// With a mark now and then, as from a venue that is alive.
    private void untilItGoesOut() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(700))
                .untilAsserted(() -> {
                    mark(LIQUIDATED);
                    assertThat(inState("liquidation", "OPEN"))
                            .as(() -> actions("liquidation").toString())
                            .isNotEmpty();
                });
    }

    @Test
    void whatIsDoneIsNotAskedForAgainUntilTheFactsAreNewer() {
        mark(LIQUIDATED);
        untilItGoesOut();
        String first = theOnly("liquidation", "OPEN").path("id").asText();
        report(first, "ack", "ACKNOWLEDGED");
        report(first, "ack", "ACKNOWLEDGED");
        report(first, "done", "DONE");
        mark("99.44");
        assertThat(actions("liquidation")).hasSize(1);

        ok(
                200,
                matching(request().get("/v1/accounts/" + name))
                        .body(BookClient.text(account(name, "1.001", List.of(position(name, "1")))))
                        .put("/v1/accounts/" + name));

        JsonNode second = theOnly("liquidation", "OPEN");
        assertThat(second.path("id").asText()).isNotEqualTo(first);
        assertThat(second.path("attempt").intValue()).isEqualTo(2);
    }

    private void report(String action, String step, String expected) {
        JsonNode reported = json(ok(200, request().post("/v1/actions/" + action + "/" + step)));
        assertThat(reported.path("state").asText()).isEqualTo(expected);
    }

    @Test
    void whatIsSettledCanNotBeTakenOn() {
        mark(CALLED);
        String call = theOnly("marginCall", "OPEN").path("id").asText();
        mark(SAFE);
        theOnly("marginCall", "CURED");

        JsonNode problem = refused(409, "conflict", request().post("/v1/actions/" + call + "/ack"));

        assertThat(problem.path("detail").asText()).contains("CURED");
        refused(404, "not-found", request().post("/v1/actions/act_none/done"));
    }

    @Test
    void anAccountThatGoesEndsItsEpisodes() {
        mark(CALLED);
        theOnly("marginCall", "OPEN");

        ok(204, matching(request().get("/v1/accounts/" + name)).delete("/v1/accounts/" + name));

        theOnly("marginCall", "CURED");
    }

    @Test
    void anAccountThatLacksAMarkIsNamedAndWatchedOnceItHasOne() {
        String other = name + "-new";
        put("/v1/instruments/" + other, instrument(other));
        put("/v1/accounts/" + other, account(other, "1", List.of(position(other, "1"))));
        Awaitility.await()
                .untilAsserted(() -> assertThat(json(get("/v1/live")).path("reasons"))
                        .anySatisfy(reason -> {
                            assertThat(reason.path("account").asText()).isEqualTo(other);
                            assertThat(reason.path("reason").asText()).contains("has no mark");
                        }));

        send("/v1/marks", marks(BookClient.mark(other, CALLED, time.toString(), "test")));

        Awaitility.await().until(() -> !actions(other, "marginCall").isEmpty());
    }

    @Test
    void aStreamGoesOnAfterTheLastEventThatWasSeen() throws IOException, InterruptedException {
        long before = json(get("/v1/actions?limit=1000")).path("actions").findValues("sequence").stream()
                .mapToLong(JsonNode::longValue)
                .max()
                .orElse(0);
        mark(CALLED);
        theOnly("marginCall", "OPEN");
        mark(SAFE);
        theOnly("marginCall", "CURED");

        List<JsonNode> both = streamed(before, 2);
        assertThat(both).extracting(each -> each.path("state").asText()).containsExactly("OPEN", "CURED");
        List<JsonNode> rest = streamed(both.getFirst().path("sequence").longValue(), 1);
        assertThat(rest).containsExactly(both.getLast());
    }

    @Test
    void aStreamTellsWhereItBeginsHoweverManyAreOpened() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(stream).header("Last-Event-ID", "0").build();
            for (int i = 0; i < STREAMS; i++) {
                HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
                assertThat(answer.statusCode()).isEqualTo(200);
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                    assertThat(List.of(lines.readLine(), lines.readLine())).contains("id:0");
                }
            }
            client.shutdownNow();
        }
    }

    /// The next events of this test's account.
    private List<JsonNode> streamed(long after, int count) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(stream)
                    .header("Last-Event-ID", Long.toString(after))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            List<JsonNode> events = new ArrayList<>();
            try (InputStream body =
                            client.send(request, BodyHandlers.ofInputStream()).body();
                    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                while (events.size() < count) {
                    String line = lines.readLine();
                    assertThat(line).as("The stream has ended.").isNotNull();
                    if (line.startsWith("data:") && line.contains("\"account\":\"" + name + "\"")) {
                        events.add(BookClient.JSON.readTree(line.substring("data:".length())));
                    }
                }
            }
            client.shutdownNow();
            return events;
        }
    }

    private JsonNode theOnly(String type, String state) {
        Awaitility.await().until(() -> inState(type, state).size() == 1);
        return inState(type, state).getFirst();
    }

    private List<JsonNode> inState(String type, String state) {
        return actions(type).stream()
                .filter(action -> action.path("state").asText().equals(state))
                .toList();
    }

    private List<JsonNode> actions(String type) {
        return actions(name, type);
    }

    private static List<JsonNode> actions(String account, String type) {
        JsonNode list = json(get("/v1/actions?account=" + account + "&type=" + type));
        return StreamSupport.stream(list.path("actions").spliterator(), false).toList();
    }
}
