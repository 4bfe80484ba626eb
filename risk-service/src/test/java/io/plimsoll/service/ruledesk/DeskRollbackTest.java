package io.plimsoll.service.ruledesk;

import static io.plimsoll.service.ruledesk.DeskClient.live;
import static io.plimsoll.service.ruledesk.DeskClient.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.engine.CompiledRules;
import io.plimsoll.service.store.Store;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// Going back compiles nothing, however long ago a version was live; what was kept for it is not trusted.
@QuarkusTest
@TestProfile(DeskLifeTest.Desk.class)
final class DeskRollbackTest {

    private static final String RULES = "thresholds/margin.drl";
    private static final String COMMENT =
            "// Cross-margined positions share one equity, so the account is watched as a whole.";

    private final DeskClient ada = new DeskClient("desk-life", "ada");
    private final DeskClient ben = new DeskClient("desk-life", "ben");

    @Inject
    Store store;

    @Test
    void anOldVersionComesBackWithoutACompiler() {
        String first = live();
        String second = publish("// One.");
        // Two are held open (plimsoll.desk.warm), so that the first is not any more.
        publish("// Two.");
        long compiled = CompiledRules.compilations();

        ok(200, ada.rollBack(first, "back"));

        assertThat(live()).isEqualTo(first);
        assertThat(CompiledRules.compilations()).isEqualTo(compiled);
        RecordedAccounts.record("5600");

        // By whoever can write to the database: the seal is not that of the bytes.
        store.<Integer>write(sql -> sql.execute("update desk_compiled set classes = classes || '\\x00'::bytea"));
        ok(200, ada.rollBack(second, "and forth"));

        assertThat(live()).isEqualTo(second);
        assertThat(CompiledRules.compilations()).isGreaterThan(compiled);
        ok(200, ada.rollBack(first, "the next test"));
    }

    private String publish(String comment) {
        String id = ada.begin("other rules");
        String text = ada.text(id, RULES);
        // The comment stays, so that the next one finds it.
        assertThat(text).contains(COMMENT);
        String edited = text.replace(COMMENT, comment + "\n" + COMMENT);
        ok(200, ada.save(id, RULES, edited, 1));
        assertThat(ok(200, ada.step(id, "check")).<Boolean>path("report.passed"))
                .isTrue();
        ok(200, ada.step(id, "submit"));
        ok(200, ben.approve(id));
        ok(200, ada.step(id, "publish"));
        return live();
    }
}
