package io.plimsoll.service.ruledesk;

import static io.plimsoll.service.ruledesk.DeskClient.live;
import static io.plimsoll.service.ruledesk.DeskClient.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.rulesets.RuleSetCopy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// With the folder, edits go live as ever; they are kept in the same history, and the desk puts nothing live.
@QuarkusTest
@TestProfile(FolderHistoryTest.Followed.class)
final class FolderHistoryTest {

    private static final String NAME = "desk-folder";
    private static final RuleSetCopy FOLDER = DeskFolder.named(NAME);

    private final DeskClient ada = new DeskClient(NAME, "ada");

    @Test
    void whatGoesLiveByTheFolderIsInTheHistoryAndTheDeskPutsNothingLive() throws IOException {
        Awaitility.await()
                .until(() -> given().get("/v1/rulesets/" + NAME + "/history").statusCode() == 200);
        String first = live();
        String id = ada.checked("call earlier", "retail,major,70 %,80 %", "retail,major,70 %,79 %");
        FOLDER.edit("tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,78 %");

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !live().equals(first));
        Awaitility.await()
                .until(() -> ada.history()
                        .<List<String>>path("activations.digest")
                        .getFirst()
                        .equals(live()));

        assertThat(ada.history().<List<String>>path("activations.kind")).containsOnly("FOLDER");
        assertThat(ada.history().<List<String>>path("activations.digest")).containsExactly(live(), first);
        assertThat(given().get("/v1/rulesets/" + NAME + "/versions/" + first + "/files/tables/margin.csv")
                        .asString())
                .contains("retail,major,70 %,80 %");
        assertThat(given().get("/v1/rulesets").asString()).contains("\"name\":\"" + NAME + "\"");
        assertThat(ada.state(id)).isEqualTo("STALE");
        assertThat(refused(409, ada.rollBack(first, "back"))).contains("folder", "plimsoll.rules.source=desk");
        assertThat(refused(409, ada.step(id, "publish"))).contains("plimsoll.rules.source=desk");
    }

    public static final class Followed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("plimsoll.rules.folder", FOLDER.folder().toString());
        }
    }
}
