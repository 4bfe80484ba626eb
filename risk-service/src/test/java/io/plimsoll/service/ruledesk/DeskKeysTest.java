package io.plimsoll.service.ruledesk;

import static io.plimsoll.service.ruledesk.DeskClient.live;
import static io.plimsoll.service.ruledesk.DeskClient.ok;
import static io.plimsoll.service.ruledesk.DeskClient.refused;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.service.ruledesk.workflow.PersonId;
import io.plimsoll.service.store.Store;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A request with a key is answered once, however often it is sent, and its step is taken once.
@QuarkusTest
@TestProfile(DeskLifeTest.Desk.class)
final class DeskKeysTest {

    private static final String NAME = "desk-life";
    private static final String CHANGES = "/v1/rulesets/" + NAME + "/changes";
    private static final String MARGIN = "tables/margin.csv";
    private static final String WAS = "retail,major,70 %,80 %";
    private static final String IS = "retail,major,70 %,79 %";

    private final DeskClient ada = new DeskClient(NAME, "ada");
    private final DeskClient ben = new DeskClient(NAME, "ben");

    @Inject
    RuleDesk desk;

    @Inject
    Store store;

    @BeforeEach
    void backToTheFirst() {
        List<String> digests = ada.history().path("activations.digest");
        if (!live().equals(digests.getLast())) {
            ok(200, ada.rollBack(digests.getLast(), "the next test"));
        }
    }

    @Test
    void everyStepIsTakenOnceAndAnsweredInTheSameBytes() {
        String first = live();
        Response begun = twice(
                201, ada, request -> json(request, Map.of("title", "by key")).post(CHANGES));
        String id = begun.path("id");
        assertThat(begun.header("Location")).endsWith(id);

        String slip = ada.text(id, MARGIN).replace(WAS, "retail,major,70 %,7.5 %");
        twice(200, ada, request -> edit(request, 1, slip).put(ada.path(id, "/files/" + MARGIN)));
        Response refusedCheck = twice(200, ada, request -> request.post(ada.path(id, "/check")));
        assertThat(refusedCheck.<Boolean>path("report.passed")).isFalse();
        String text = slip.replace("7.5 %", "79 %");
        twice(200, ada, request -> edit(request, 2, text).put(ada.path(id, "/files/" + MARGIN)));
        twice(200, ada, request -> edit(request, 3, "a word").put(ada.path(id, "/files/notes.md")));
        twice(200, ada, request -> request.header("If-Match", "\"4\"").delete(ada.path(id, "/files/notes.md")));
        Response checked = twice(200, ada, request -> request.post(ada.path(id, "/check")));
        assertThat(checked.<Boolean>path("report.passed")).isTrue();
        Response run = twice(202, ada, request -> request.post(ada.path(id, "/impact-runs")));
        twice(200, ada, request -> request.delete(run.header("Location")));
        twice(200, ada, request -> request.post(ada.path(id, "/submit")));
        twice(200, ben, request -> json(request, Map.of("reason", "no")).post(ada.path(id, "/reject")));
        twice(200, ada, request -> edit(request, 5, text).put(ada.path(id, "/files/" + MARGIN)));
        ok(200, ada.step(id, "check"));
        ok(200, ada.step(id, "submit"));
        Map<String, String> seen = seen(id);
        twice(200, ben, request -> json(request, seen).post(ada.path(id, "/approve")));
        Map<String, String> later =
                Map.of("at", Instant.now().plusSeconds(3_600).toString());
        twice(200, ada, request -> json(request, later).post(ada.path(id, "/schedule")));
        twice(200, ada, request -> request.post(ada.path(id, "/cancel")));

        Response published = twice(200, ada, request -> request.post(ada.path(id, "/publish")));
        assertThat(live()).isEqualTo(published.path("content")).isNotEqualTo(first);
        Map<String, String> back = Map.of("to", first, "reason", "back");
        twice(200, ada, request -> json(request, back).post("/v1/rulesets/" + NAME + "/rollback"));
        assertThat(live()).isEqualTo(first);

        String other = ada.checked("by key, at once", WAS, "retail,major,70 %,78 %");
        Map<String, String> why = Map.of("reason", "prices run away");
        twice(200, ada, request -> json(request, why).post(ada.path(other, "/break-glass")));
        Map<String, String> glass = seen(other);
        twice(200, ben, request -> json(request, glass).post(ada.path(other, "/ratify")));
        assertThat(ada.state(other)).isEqualTo("LIVE");

        String last = ada.begin("by key, given up");
        twice(200, ada, request -> request.header("If-Match", "\"1\"").post(ada.path(last, "/rebase")));
        twice(200, ada, request -> request.post(ada.path(last, "/withdraw")));
    }

    @Test
    void aKeyStandsForOneRequest() {
        String key = UUID.randomUUID().toString();
        Response begun = ok(201, json(with(ada, key), Map.of("title", "one")).post(CHANGES));
        String id = begun.path("id");

        assertThat(refused(422, json(with(ada, key), Map.of("title", "two")).post(CHANGES)))
                .contains("used for another request");
        refused(422, with(ada, key).post(ada.path(id, "/withdraw")));
        Response others = ok(201, json(with(ben, key), Map.of("title", "two")).post(CHANGES));
        assertThat(others.<String>path("begunBy")).as("another person's key").isEqualTo("ben");

        String edits = UUID.randomUUID().toString();
        ok(200, edit(with(ada, edits), 1, "x").put(ada.path(id, "/files/a.md")));
        refused(422, edit(with(ada, edits), 2, "x").put(ada.path(id, "/files/a.md")));
        refused(422, edit(with(ada, edits), 1, "x").put(ada.path(id, "/files/b.md")));
        assertThat(ada.read(id).<Integer>path("revision")).isEqualTo(2);
        refused(400, json(with(ada, "two words"), Map.of("title", "x")).post(CHANGES));
    }

    @Test
    void whatIsRefusedLeavesTheKeyUnused() {
        String id = ada.begin("too early");
        String key = UUID.randomUUID().toString();
        refused(409, with(ada, key).post(ada.path(id, "/submit")));
        ada.edit(id, MARGIN, WAS, IS);
        ok(200, ada.step(id, "check"));

        assertThat(ok(200, with(ada, key).post(ada.path(id, "/submit"))).<String>path("state"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void ofManyAtOnceOneTakesTheStep() throws Exception {
        String key = UUID.randomUUID().toString();
        String title = "a race of " + key;
        List<Response> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Response> request =
                    () -> json(with(ada, key), Map.of("title", title)).post(CHANGES);
            for (Future<Response> each : threads.invokeAll(Collections.nCopies(24, request))) {
                answers.add(each.get());
            }
        }

        List<String> bodies = answers.stream()
                .filter(each -> each.statusCode() == 201)
                .map(Response::asString)
                .distinct()
                .toList();
        assertThat(bodies).hasSize(1);
        assertThat(answers).allSatisfy(each -> {
            if (each.statusCode() != 201) {
                assertThat(refused(409, each)).contains("is being answered");
                assertThat(each.header("Retry-After")).isEqualTo("1");
            }
        });
        assertThat(ok(200, given().queryParam("limit", 200).get(CHANGES)).<List<String>>path("changes.title"))
                .containsOnlyOnce(title);
    }

    /// As if the service died between the two, or another one had kept an answer under the same key meanwhile.
    @Test
    void aStepWhoseAnswerCanNotBeKeptIsNotTaken() {
        Actor actor = new Actor(Optional.of(new PersonId("ada")), Optional.empty()).keeping((transaction, result) -> {
            throw new IllegalStateException("gone");
        });
        long before = entries();

        assertThatThrownBy(() -> desk.begin(actor, NAME, "never begun", Optional.empty()))
                .hasMessage("gone");

        assertThat(entries()).isEqualTo(before);
        assertThat(ok(200, given().queryParam("limit", 200).get(CHANGES)).<List<String>>path("changes.title"))
                .doesNotContain("never begun");
    }

    /// Sends a request with a key, and again.
    private Response twice(int status, DeskClient client, Function<RequestSpecification, Response> send) {
        String key = UUID.randomUUID().toString();
        Response once = ok(status, send.apply(with(client, key)));
        long entries = entries();
        Response again = ok(status, send.apply(with(client, key)));
        assertThat(again.asByteArray()).isEqualTo(once.asByteArray());
        assertThat(again.header("ETag")).isEqualTo(once.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(once.header("Location"));
        assertThat(again.contentType()).isEqualTo(once.contentType());
        assertThat(entries()).as("the record tells of one step").isEqualTo(entries);
        return again;
    }

    private Map<String, String> seen(String id) {
        Response change = ada.read(id);
        return Map.of(
                "content", change.path("content"),
                "impact", change.path("review.impact"),
                "base", change.path("base"));
    }

    private static RequestSpecification with(DeskClient client, String key) {
        return client.request().header("Idempotency-Key", key);
    }

    private static RequestSpecification json(RequestSpecification request, Map<String, String> body) {
        return request.contentType("application/json").body(body);
    }

    private static RequestSpecification edit(RequestSpecification request, int revision, String text) {
        return request.contentType("text/plain;charset=UTF-8")
                .header("If-Match", "\"" + revision + "\"")
                .body(text.getBytes(UTF_8));
    }

    private long entries() {
        return store.read(
                sql -> sql.createQuery("select count(*) from record_entry where kind in ('change', 'activation')")
                        .mapTo(Long.class)
                        .one());
    }
}
