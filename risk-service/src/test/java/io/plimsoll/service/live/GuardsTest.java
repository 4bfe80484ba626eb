package io.plimsoll.service.live;

import static io.plimsoll.service.book.BookClient.account;
import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.instrument;
import static io.plimsoll.service.book.BookClient.json;
import static io.plimsoll.service.book.BookClient.marks;
import static io.plimsoll.service.book.BookClient.ok;
import static io.plimsoll.service.book.BookClient.position;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.refused;
import static io.plimsoll.service.book.BookClient.request;
import static io.plimsoll.service.book.BookClient.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.service.book.BookClient;
import io.plimsoll.service.store.Store;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What operators do about the guards. The account is that of [LiveActionsTest].
@QuarkusTest
final class GuardsTest {

    private static final AtomicLong TEST = new AtomicLong();
    private static final String SAFE = "100";
    private static final String CALLED = "99.55";
    private static final String LIQUIDATED = "99.45";

    private final String name = "guarded-" + TEST.incrementAndGet();

    @Inject
    Store store;

    @BeforeEach
    void anAccountThatIsSafe() {
        put("/v1/instruments/" + name, instrument(name));
        mark(SAFE);
        put("/v1/accounts/" + name, account(name, "1", List.of(position(name, "1"))));
        // No test depends on how long those before it took.
        send("/v1/guards/disarm", Map.of("reason", "a test begins"));
    }

    private void mark(String price) {
        String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        send("/v1/marks", marks(BookClient.mark(name, price, time, "test")));
    }

    @Test
    void whatIsWithheldAfterAStartGoesOutWhenAPersonArms() {
        mark(LIQUIDATED);
        String id = theOnly("liquidation", "HELD").path("id").asText();

        send("/v1/guards/arm", Map.of("reason", "the feed was watched for an hour"));

        assertThat(theOnly("liquidation", "OPEN").path("id").asText()).isEqualTo(id);
        assertThat(recorded("guard")).anySatisfy(body -> {
            assertThat(body.path("event").asText()).isEqualTo("ARMED");
            assertThat(body.path("by").asText()).isEqualTo("ola");
            assertThat(body.path("reason").asText()).isEqualTo("the feed was watched for an hour");
        });
        assertThat(recorded("holds")).anySatisfy(body -> {
            assertThat(body.at("/held/0/action").asText()).isEqualTo(id);
            assertThat(body.at("/held/0/reasons/0").asText()).contains(name, "disarmed");
        });
        assertThat(recorded("holds"))
                .anySatisfy(body ->
                        assertThat(body.at("/released/0/action").asText()).isEqualTo(id));
    }

    @Test
    void whatIsWithheldForItsMarksGoesOutWhenAPersonReleasesThem() {
        mark(LIQUIDATED);
        String id = theOnly("liquidation", "HELD").path("id").asText();
        Instant until = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

        JsonNode then = json(send(
                "/v1/guards/release",
                Map.of("instrument", name, "until", until.toString(), "reason", "the venue confirms")));

        assertThat(then.path("releases")).anySatisfy(release -> {
            assertThat(release.path("instrument").asText()).isEqualTo(name);
            assertThat(release.path("person").asText()).isEqualTo("ola");
            assertThat(release.path("until").asText()).isEqualTo(until.toString());
        });
        assertThat(theOnly("liquidation", "OPEN").path("id").asText()).isEqualTo(id);
        JsonNode after = json(send("/v1/guards/withdraw", Map.of("instrument", name, "reason", "no more")));
        assertThat(after.path("releases").findValuesAsText("instrument")).doesNotContain(name);
    }

    @Test
    void aPriceThatJumpedIsDoubtedUntilAPersonAcceptsIt() {
        mark("120");
        Awaitility.await().until(() -> doubted().contains(name));

        send("/v1/guards/accept", Map.of("instrument", name, "reason", "a split"));

        assertThat(doubted()).doesNotContain(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.00", "-0.5", "NaN", "none"})
    void aSourceThatSendsNoPriceIsDoubtedUntilItSendsOne(String price) {
        Map<String, Object> refused = BookClient.mark(name, price, Instant.now().toString(), "test");
        refused(
                400,
                "invalid-document",
                request().body(BookClient.text(marks(refused))).post("/v1/marks"));
        Awaitility.await().until(() -> doubted().contains(name));

        mark(SAFE);

        Awaitility.await().until(() -> !doubted().contains(name));
    }

    private static List<String> doubted() {
        return json(get("/v1/guards")).path("doubts").findValuesAsText("instrument");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    release  | {"instrument":"none","until":"2020-01-01T00:00:00Z","reason":"x"} | /until
                    release  | {"instrument":"none","until":"2999-01-01T00:00:00Z","reason":"x"} | /until
                    release  | {"instrument":"none","until":"soon","reason":"x"}                 | /until
                    release  | {"until":"2999-01-01T00:00:00Z","reason":"x"}                     | /instrument
                    withdraw | {"instrument":"none","reason":"x"}                                | /instrument
                    accept   | {"instrument":"none","reason":"x"}                                | /instrument
                    accept   | {"instrument":"none"}                                             | /reason
                    arm      | {}                                                                | /reason
                    arm      | {"reason":" "}                                                    | /reason
                    disarm   | {"reason":"x","why":"y"}                                          | /why
                    rearm    | {"rule":"r","instrument":"none","reason":"x"}                     | /rule
                    """)
    void whatCanNotBeDoneIsRefusedWithItsPlace(String step, String body, String pointer) {
        JsonNode problem = refused(400, "invalid-document", request().body(body).post("/v1/guards/" + step));

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(problem.at("/errors/0/remedy").asText()).startsWith("Maybe");
    }

    @Test
    void nobodyDoesAnythingWithoutAName() {
        JsonNode problem = refused(
                400,
                "bad-request",
                given().contentType("application/json")
                        .body("{\"reason\":\"x\"}")
                        .post("/v1/guards/arm"));
        assertThat(problem.path("detail").asText()).contains("Plimsoll-Person");
    }

    @Test
    void theKillSwitchTakesBackWhatNobodyHasTakenOnAndLetsNothingElseOut() {
        mark(CALLED);
        String id = theOnly("marginCall", "OPEN").path("id").asText();

        JsonNode stopped = json(send("/v1/kill", kill("ACCOUNT", name, "the feed looks wrong")));

        assertThat(stopped.path("quiet").booleanValue()).isTrue();
        JsonNode held = theOnly("marginCall", "HELD");
        assertThat(held.path("id").asText()).isEqualTo(id);
        assertThat(held.at("/reasons/0/code").asText()).isEqualTo("killed");
        assertThat(held.at("/reasons/0/text").asText()).contains("ola", name, "the feed looks wrong");
        refused(409, "conflict", request().post("/v1/actions/" + id + "/ack"));
        mark(SAFE);
        assertThat(theOnly("marginCall", "CURED").path("id").asText()).isEqualTo(id);
        mark(CALLED);
        JsonNode next = theOnly("marginCall", "HELD");
        assertThat(next.path("reasons").findValuesAsText("code")).containsExactly("killed");

        lift("ola");
        JsonNode again = refused(
                409, "conflict", request().body(kill("ACCOUNT", name, "over")).post("/v1/kill/lift"));
        assertThat(again.path("detail").asText()).contains("second");
        assertThat(inState("marginCall", "OPEN")).isEmpty();
        lift("pam");

        assertThat(theOnly("marginCall", "OPEN").path("id")).isEqualTo(next.path("id"));
        assertThat(recorded("guard").stream()
                        .filter(body -> body.path("id").asText().equals(name))
                        .map(body -> body.path("event").asText()))
                .containsSubsequence("KILLED", "LIFT_PROPOSED", "LIFTED");
    }

    private void lift(String person) {
        ok(
                200,
                given().header("Plimsoll-Person", person)
                        .contentType("application/json")
                        .body(kill("ACCOUNT", name, "over"))
                        .post("/v1/kill/lift"));
    }

    private static Map<String, Object> kill(String type, String id, String reason) {
        return new HashMap<>(Map.of("scope", Map.of("type", type, "id", id), "reason", reason));
    }

    /// The bodies of what the record has of a kind.
    private List<JsonNode> recorded(String kind) {
        return store
                .read(sql -> sql.createQuery("select entry from record_entry where kind = :kind order by sequence")
                        .bind("kind", kind)
                        .mapTo(byte[].class)
                        .list())
                .stream()
                .map(GuardsTest::body)
                .toList();
    }

    private static JsonNode body(byte[] entry) {
        try {
            return BookClient.JSON.readTree(entry).path("body");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode theOnly(String type, String state) {
        Awaitility.await().until(() -> inState(type, state).size() == 1);
        return inState(type, state).getFirst();
    }

    private List<JsonNode> inState(String type, String state) {
        JsonNode list = json(get("/v1/actions?account=" + name + "&type=" + type));
        return StreamSupport.stream(list.path("actions").spliterator(), false)
                .filter(action -> action.path("state").asText().equals(state))
                .toList();
    }
}
