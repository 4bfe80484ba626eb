package io.plimsoll.service.ruledesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.rulesets.LiveRules;
import io.plimsoll.service.rulesets.RuleSetSettings;
import io.plimsoll.service.rulesets.StartedRules;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What a second service finds on the same database, as one does that was stopped and started.
@QuarkusTest
@TestProfile(DeskRestartTest.Desk.class)
final class DeskRestartTest {

    private static final String NAME = "desk-restart";
    private static final String WAS = "retail,major,70 %,80 %";

    @Inject
    LiveRules rules;

    @Inject
    DeskSteps steps;

    @Inject
    RuleDesk desk;

    @Inject
    DeskHistory history;

    @Inject
    DeskSettings settings;

    @Inject
    DeskTime time;

    @Inject
    KeptRules kept;

    @Inject
    Store store;

    private final DeskClient ada = new DeskClient(NAME, "ada");
    private final DeskClient ben = new DeskClient(NAME, "ben");

    @Test
    void everythingIsThereAfterARestartAndWhatCameDueIsDone() throws Exception {
        RuleSetVersion first = version();
        publish("retail,major,70 %,79 %");
        String second = DeskClient.live();
        assertThat(second).isNotEqualTo(first.digest());

        // A version that was live lately comes back without being compiled: it is the very same object.
        DeskClient.ok(200, ada.rollBack(first.digest(), "a look back"));
        assertThat(version()).isSameAs(first);
        publish("retail,major,70 %,78 %");
        String draft = ada.begin("over the restart");
        String scheduled = approved("retail,major,70 %,78 %", "retail,major,70 %,77 %");
        Instant due = Instant.now().plusMillis(500);
        DeskClient.ok(200, ada.step(scheduled, "schedule", Map.of("at", due.toString())));
        Awaitility.await().until(() -> Instant.now().isAfter(due.plusMillis(200)));
        assertThat(ada.state(scheduled)).as("this service looks once a minute").isEqualTo("SCHEDULED");

        LiveRules again = StartedRules.start(RuleSetSettings.Source.DESK, "/nowhere", history);
        try (LiveRuleSet.Lease lease = again.lease()) {
            assertThat(lease.version().digest()).as("not what the folder says").isEqualTo(DeskClient.live());
        }
        assertThat(ada.state(draft)).isEqualTo("DRAFT");
        ActiveVersions versions = new ActiveVersions(again, store, kept, settings);
        DeskClock clock = new DeskClock(new Publishing(steps, desk, versions, again, settings, time), settings);
        clock.start(new StartupEvent());
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> ada.state(scheduled).equals("LIVE"));
            Awaitility.await()
                    .until(() ->
                            versions.liveDigest().equals(ada.read(scheduled).path("content")));
        } finally {
            clock.stop(new ShutdownEvent());
            versions.stop(new ShutdownEvent());
            StartedRules.stop(again);
        }
    }

    @Test
    void filesThatSomebodyChangedInTheDatabaseAreNotPutLive() {
        String digest = ada.history().path("activations[0].digest");
        replace(digest, "owner: risk-desk", "owner: somebody");
        try {
            assertThatThrownBy(() -> StartedRules.start(RuleSetSettings.Source.DESK, "/nowhere", history))
                    .hasMessageContaining("somebody changed them");
        } finally {
            replace(digest, "owner: somebody", "owner: risk-desk");
        }
    }

    private void replace(String digest, String from, String to) {
        store.<Integer>write(sql -> {
            sql.execute("alter table rule_set_content disable trigger append_only");
            int changed = sql.createUpdate("""
                            update rule_set_content
                            set files = convert_to(replace(convert_from(files, 'utf8'), :from, :to), 'utf8')
                            where digest = :digest
                            """)
                    .bind("from", from)
                    .bind("to", to)
                    .bind("digest", digest)
                    .execute();
            sql.execute("alter table rule_set_content enable trigger append_only");
            return changed;
        });
    }

    private RuleSetVersion version() {
        try (LiveRuleSet.Lease lease = rules.lease()) {
            return lease.version();
        }
    }

    private void publish(String row) {
        DeskClient.ok(200, ada.step(approved(WAS, row), "publish"));
    }

    private String approved(String from, String to) {
        String id = ada.checked("a number", from, to);
        DeskClient.ok(200, ada.step(id, "submit"));
        DeskClient.ok(200, ben.approve(id));
        return id;
    }

    public static final class Desk implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(DeskFolder.settings(NAME));
            overrides.put("plimsoll.desk.tick", "1m");
            return overrides;
        }
    }
}
