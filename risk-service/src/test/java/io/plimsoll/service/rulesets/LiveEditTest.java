package io.plimsoll.service.rulesets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.RawHttp;
import io.plimsoll.service.evaluation.Examples;
import io.plimsoll.service.evaluation.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A saved edit goes live under load, and a refused one changes nothing.
@QuarkusTest
@TestProfile(LiveEditTest.EditedCopy.class)
final class LiveEditTest {

    private static final String AT_80 = "retail,major,70 %,80 %,";
    private static final String AT_75 = "retail,major,70 %,75 %,";
    private static final String AT_7_5 = "retail,major,70 %,7.5 %,";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "plimsoll.rules.folder")
    Path folder;

    @Inject
    DataSource database;

    private String original = "";

    @BeforeEach
    void theOriginalIsLive() {
        original = RuleSetFolder.read(folder).digest();
        await().until(() -> digest().equals(original));
    }

    @Test
    void answersFollowASavedEditAndNeverMixVersions() throws Exception {
        try (Load load = Load.start(port, 3)) {
            await().until(() -> load.answers() > 50);
            edit("tables/margin.csv", AT_80, AT_75);
            await().until(() -> !digest().equals(original));
            String edited = digest();
            await().until(() -> load.digests().contains(edited));
            long then = load.answers();
            await().until(() -> load.answers() > then + 50);
            edit("tables/margin.csv", AT_75, AT_80);
            await().until(() -> digest().equals(original));

            assertThat(load.limits())
                    .containsEntry(original, Set.of("0.8"))
                    .containsEntry(edited, Set.of("0.75"))
                    .hasSize(2);
        }
    }

    @Test
    void aRefusedEditChangesNothingAndSaysWhy() throws Exception {
        try (Load load = Load.start(port, 2)) {
            edit("tables/margin.csv", AT_80, AT_7_5);
            await().until(() -> given().get("/v1/rulesets/live").path("refusedEdit") != null);
            long then = load.answers();
            await().until(() -> load.answers() > then + 50);

            given().get("/v1/rulesets/live")
                    .then()
                    .body("digest", equalTo(original))
                    .rootPath("refusedEdit.diagnostics.find { it.file == 'tables/margin.csv' }")
                    .body("line", equalTo(2))
                    .body("columnName", equalTo("margin_call"))
                    .body("message", containsString("7.5 %"))
                    .body("message", containsString("50 %"));
            assertThat(Metrics.read(port, "plimsoll_rule_set_refused_edits_total"))
                    .isPositive();
            assertThat(load.limits()).isEqualTo(Map.of(original, Set.of("0.8")));
        } finally {
            edit("tables/margin.csv", AT_7_5, AT_80);
        }
        await().untilAsserted(() -> given().get("/v1/rulesets/live").then().body("refusedEdit", nullValue()));
    }

    @Test
    void guardsOfActionsFollowASavedEdit() throws Exception {
        String without = "rebalancing: {order: CASH_FIRST}";
        String with = without + "\nactionGuards: {arming: {settle: PT10M}}";
        try {
            edit("ruleset.yaml", without, with);
            await().until(() -> !digest().equals(original));
            String edited = digest();
            await().until(() -> edited.equals(given().get("/v1/guards").path("ruleSet")));
        } finally {
            edit("ruleset.yaml", with, without);
        }
        await().until(() -> original.equals(given().get("/v1/guards").path("ruleSet")));
        // Both are told with the next tick.
        await().until(() -> changesOfSettings() >= 2);
    }

    private long changesOfSettings() {
        String count = "select count(*) from record_entry where kind = 'guard'"
                + " and position('SETTINGS_CHANGED'::bytea in entry) > 0";
        return Jdbi.create(database)
                .withHandle(sql -> sql.createQuery(count).mapTo(Long.class).one());
    }

    /// An edit of rules goes through a process of its own first.
    @Test
    void answersFollowASavedEditOfARule() throws Exception {
        try (Load load = Load.start(port, 1)) {
            edit("actions/margin.drl", "\"Call for margin\"", "\"Ask for margin\"");
            await().until(() -> !digest().equals(original));
            String edited = digest();
            await().until(() -> load.digests().contains(edited));
        } finally {
            edit("actions/margin.drl", "\"Ask for margin\"", "\"Call for margin\"");
        }
        await().until(() -> digest().equals(original));
    }

    @Test
    void aBatchStaysWithTheVersionItBeganWith() throws IOException {
        try (RawHttp batch = new RawHttp(port)) {
            batch.batch("").chunk(Examples.line("margin-call") + "\n");
            assertThat(batch.head().headers()).containsEntry("plimsoll-rule-set", original);
            String first = new String(batch.readChunk(), UTF_8);

            edit("tables/margin.csv", AT_80, AT_75);
            await().until(() -> !digest().equals(original));
            batch.chunk(Examples.line("margin-call") + "\n");

            assertThat(new String(batch.readChunk(), UTF_8)).isEqualTo(first.replaceFirst("\"line\":1", "\"line\":2"));
        } finally {
            edit("tables/margin.csv", AT_75, AT_80);
        }
        await().until(() -> digest().equals(original));
    }

    /// Both keep the files of a new version, and both write to the end of the chain.
    @Test
    void aDecisionWaitsForWhoKeepsTheSameVersionWithoutHoldingTheEndOfTheChain() throws Exception {
        RuleSetCopy ahead = RuleSetCopy.inTemporaryFolder();
        ahead.edit("tables/margin.csv", AT_80, AT_75);
        RuleSetSource next = RuleSetFolder.read(ahead.folder());
        try (Handle other = Jdbi.open(database)) {
            other.begin();
            StoredRuleSets.keep(other, "standard", next);
            edit("tables/margin.csv", AT_80, AT_75);
            await().until(() -> digest().equals(next.digest()));
            try (Load load = Load.start(port, 1)) {
                await().until(() -> waiting() == 2);
                other.execute("set local lock_timeout = '5s'");
                other.execute("select sequence from record_head for update");
                other.rollback();
                await().until(() -> load.digests().contains(next.digest()));
            }
        } finally {
            edit("tables/margin.csv", AT_75, AT_80);
        }
        await().until(() -> digest().equals(original));
    }

    private int waiting() {
        return Jdbi.create(database)
                .withHandle(
                        sql -> sql.createQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                .mapTo(int.class)
                                .one());
    }

    private void edit(String file, String from, String to) throws IOException {
        new RuleSetCopy(folder).edit(file, from, to);
    }

    private static String digest() {
        return given().get("/v1/rulesets/live").path("digest");
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(20));
    }

    public static final class EditedCopy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "plimsoll.rules.folder",
                    RuleSetCopy.inTemporaryFolder().folder().toString());
        }
    }
}
