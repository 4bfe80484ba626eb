package io.plimsoll.service.ruledesk;

import static io.plimsoll.service.ruledesk.DeskClient.live;
import static io.plimsoll.service.ruledesk.DeskClient.ok;
import static io.plimsoll.service.ruledesk.DeskClient.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The life of a change over HTTP, from its draft to being rolled back.
@QuarkusTest
@TestProfile(DeskLifeTest.Desk.class)
final class DeskLifeTest {

    private static final String NAME = "desk-life";
    private static final String MARGIN = "tables/margin.csv";
    private static final String WAS = "retail,major,70 %,80 %";
    private static final String IS = "retail,major,70 %,79 %";

    private final DeskClient ada = new DeskClient(NAME, "ada");
    private final DeskClient ben = new DeskClient(NAME, "ben");
    private final DeskClient cem = new DeskClient(NAME, "cem");

    /// Every test begins with the version that came from the folder.
    @BeforeEach
    void backToTheFirst() {
        List<String> digests = ada.history().path("activations.digest");
        if (!live().equals(digests.getLast())) {
            ok(200, ada.rollBack(digests.getLast(), "the next test"));
        }
        assertThat(live()).isEqualTo(digests.getLast());
    }

    @Test
    void aChangeGoesLiveByTheHandsOfTwo() {
        String first = live();
        String id = ada.checked("call earlier", WAS, IS);

        assertThat(ok(200, given().get(ada.path(id, "/diff"))).<List<String>>path("differences.kind"))
                .containsExactly("NUMBER_MOVED");
        ok(200, ada.step(id, "submit", Map.of("reason", "volatile weekend")));
        assertThat(refused(403, ada.approve(id))).contains("ada contributed");
        assertThat(refused(409, ada.step(id, "publish"))).contains("IN_REVIEW", "0 of 1");
        assertThat(ok(200, ben.approve(id)).<String>path("state")).isEqualTo("APPROVED");
        Response published = ok(200, ada.step(id, "publish"));

        assertThat(published.<String>path("state")).isEqualTo("LIVE");
        assertThat(live()).isEqualTo(published.path("content")).isNotEqualTo(first);
        assertThat(given().get("/v1/rulesets/" + NAME + "/versions/live/files/" + MARGIN)
                        .asString())
                .contains(IS);
        Response line = ada.history();
        assertThat(line.<String>path("activations[0].kind")).isEqualTo("PUBLISH");
        assertThat(line.<String>path("activations[0].by")).isEqualTo("ada");
        assertThat(line.<String>path("activations[0].change")).isEqualTo(id);

        ok(200, cem.rollBack(first, "too many calls"));

        assertThat(live()).isEqualTo(first);
        assertThat(ada.state(id)).isEqualTo("SUPERSEDED");
        assertThat(ada.history().<String>path("activations[0].kind")).isEqualTo("ROLLBACK");
    }

    @Test
    void anEditVoidsApprovals() {
        String id = ada.checked("call earlier", WAS, IS);
        ok(200, ada.step(id, "submit"));
        ok(200, ben.approve(id));

        assertThat(cem.edit(id, MARGIN, IS, "retail,major,70 %,78 %").<String>path("state"))
                .isEqualTo("DRAFT");

        assertThat(refused(409, ada.step(id, "publish"))).contains("DRAFT", "Maybe check it first");
        assertThat(ok(200, ada.step(id, "check")).<Boolean>path("report.passed"))
                .isTrue();
        ok(200, ada.step(id, "submit"));
        assertThat(refused(403, cem.approve(id))).contains("cem contributed");
        ok(200, ben.step(id, "reject", Map.of("reason", "too far")));
        ok(200, cem.step(id, "withdraw"));
    }

    @Test
    void whatIsApprovedIsWhatWasSeen() {
        String id = ada.checked("call earlier", WAS, IS);
        String stale = ada.read(id).path("content");
        ada.edit(id, MARGIN, IS, "retail,major,70 %,78 %");
        ok(200, ada.step(id, "check"));
        Response change = ok(200, ada.step(id, "submit"));

        assertThat(refused(
                        409,
                        ben.step(
                                id,
                                "approve",
                                Map.of(
                                        "content", stale,
                                        "impact", change.path("review.impact"),
                                        "base", change.path("base")))))
                .contains("Maybe look at the change again");
        ok(200, ada.step(id, "withdraw"));
    }

    @Test
    void aMovedBaseMakesTheOthersStaleAndRebasingTakesItOver() {
        String one = ada.checked("call earlier", WAS, IS);
        String other = ben.checked("pros later", "professional,major,75 %,85 %", "professional,major,75 %,84 %");
        ok(200, ben.step(other, "submit"));
        ok(200, ada.approve(other));
        ok(200, ada.step(one, "submit"));
        ok(200, ben.approve(one));
        ok(200, ada.step(one, "publish"));

        assertThat(ben.state(other)).isEqualTo("STALE");
        assertThat(refused(409, ben.step(other, "publish"))).contains("STALE", "Maybe rebase it");
        int revision = ben.read(other).path("revision");
        String conflict = refused(
                409, ben.request().header("If-Match", "\"" + revision + "\"").post(ben.path(other, "/rebase")));
        assertThat(conflict).contains(MARGIN, "MINE or LIVE");
        Response rebased = ok(
                200,
                ben.request()
                        .header("If-Match", "\"" + revision + "\"")
                        .contentType("application/json")
                        .body("{\"resolve\": [{\"path\": \"tables/margin.csv\", \"take\": \"LIVE\"}]}")
                        .post(ben.path(other, "/rebase")));
        assertThat(rebased.<String>path("state")).isEqualTo("DRAFT");
        assertThat(rebased.<String>path("base")).isEqualTo(live());
        ben.edit(other, MARGIN, "professional,major,75 %,85 %", "professional,major,75 %,84 %");
        assertThat(ok(200, ben.step(other, "check")).<Boolean>path("report.passed"))
                .isTrue();
        assertThat(ben.text(other, MARGIN)).contains(IS, "84 %");
        ok(200, ben.step(other, "withdraw"));
    }

    @Test
    void whatDoesNotPassStaysADraftAndSaysWhere() {
        String first = live();
        String id = ada.begin("a slip of the finger");
        ada.edit(id, MARGIN, WAS, "retail,major,70 %,7.5 %");

        Response checked = ok(200, ada.step(id, "check"));

        assertThat(checked.<Boolean>path("report.passed")).isFalse();
        assertThat(checked.<String>path("report.diagnostics[0].file")).isEqualTo(MARGIN);
        assertThat(checked.<String>path("change.state")).isEqualTo("DRAFT");
        assertThat(refused(409, ada.step(id, "submit"))).contains("DRAFT");
        assertThat(live()).isEqualTo(first);
    }

    @Test
    void anEditNamesTheRevisionThatItIsOf() {
        String id = ada.begin("lost edits");
        String text = ada.text(id, "README.md");

        assertThat(refused(428, ada.request().body("x").put(ada.path(id, "/files/README.md"))))
                .contains("If-Match");
        ok(200, ada.save(id, "README.md", text + "ada\n", 1));
        assertThat(refused(412, ben.save(id, "README.md", text + "ben\n", 1))).contains("revision 2, not 1");
        assertThat(ada.text(id, "README.md")).isEqualTo(text + "ada\n");
        assertThat(refused(428, ben.request().delete(ada.path(id, "/files/README.md"))))
                .contains("If-Match");
        ok(200, ben.request().header("If-Match", "\"2\"").delete(ada.path(id, "/files/README.md")));
        refused(404, given().get(ada.path(id, "/files/README.md")));
        assertThat(ok(200, given().get(ada.path(id, "/revisions"))).<List<String>>path("revisions.by"))
                .containsExactly("ada", "ada", "ben");
    }

    @Test
    void aScheduledChangeGoesLiveByItself() {
        String id = ada.checked("call earlier", WAS, IS);
        ok(200, ada.step(id, "submit"));
        ok(200, ben.approve(id));
        assertThat(refused(409, ada.step(id, "schedule", Map.of("at", "2020-01-01T00:00:00Z"))))
                .contains("Maybe publish");
        Instant due = Instant.now().plusSeconds(1);

        ok(200, ada.step(id, "schedule", Map.of("at", due.toString())));

        await().until(() -> ada.state(id).equals("LIVE"));
        await().until(() -> live().equals(ada.read(id).path("content")));
        Response line = ada.history();
        assertThat(line.<String>path("activations[0].kind")).isEqualTo("SCHEDULE");
        assertThat(Instant.parse(line.path("activations[0].at"))).isAfterOrEqualTo(due);
    }

    @Test
    void aBrokenGlassIsTakenBackUnlessOthersRatify() {
        String first = live();
        String id = ada.checked("emergency", WAS, "retail,major,70 %,77 %");
        ok(200, ada.step(id, "break-glass", Map.of("reason", "prices run away")));
        String emergency = live();
        assertThat(emergency).isNotEqualTo(first);
        assertThat(refused(403, ada.ratify(id))).contains("ada broke the glass");

        await().until(() -> live().equals(first));
        assertThat(ada.state(id)).isEqualTo("REVERTED");
        assertThat(refused(409, ada.rollBack(emergency, "again"))).contains("never ratified");

        String next = ada.checked("emergency", WAS, "retail,major,70 %,77 %");
        ok(200, ada.step(next, "break-glass", Map.of("reason", "prices run away again")));
        assertThat(ok(200, ben.ratify(next)).<String>path("state")).isEqualTo("LIVE");
        assertThat(ada.history().<String>path("activations[0].kind")).isEqualTo("RATIFY");
        assertThat(live()).isEqualTo(emergency);
    }

    @Test
    void whoDoesNotSayWhoTheyAreChangesNothing() {
        assertThat(refused(
                        400,
                        given().contentType("application/json")
                                .body("{\"title\": \"x\"}")
                                .post("/v1/rulesets/" + NAME + "/changes")))
                .contains("Plimsoll-Person");
        refused(
                404,
                ada.request()
                        .contentType("application/json")
                        .body("{\"title\": \"x\"}")
                        .post("/v1/rulesets/none/changes"));
        refused(404, given().get(ada.path("none", "")));
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    public static final class Desk implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return DeskFolder.settings(NAME);
        }
    }
}
