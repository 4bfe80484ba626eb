package io.plimsoll.service.record;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.evaluation.Examples;
import io.plimsoll.service.problem.ProblemAssert;
import io.plimsoll.service.record.chain.Chain;
import io.plimsoll.service.record.chain.SealedEntry;
import io.plimsoll.service.rulesets.RuleSetCopy;
import io.plimsoll.service.rulesets.StoredRuleSets;
import io.plimsoll.service.store.Store;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A decision that this release would not make is refused with the reason, and not taken for a defect.
@QuarkusTest
final class ReplayRefusalTest {

    @Inject
    Store store;

    @TempDir
    Path folder;

    @Test
    void aVersionThatNoLongerPassesIsNamedWithWhatIsWrong() throws IOException {
        RuleSetCopy copy = RuleSetCopy.in(folder);
        copy.edit("tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,eighty");

        Response answer = replay(RuleSetFolder.read(folder), snapshot());

        assertProblem(answer, "rule-set-refused");
        assertThat(answer.<String>path("detail")).contains("tables/margin.csv", "eighty");
    }

    @Test
    void anAccountThatTheVersionDoesNotCoverIsUndecidable() throws IOException {
        Response answer = replay(standard(), snapshot().replace("\"retail\"", "\"unheard-of\""));

        assertProblem(answer, "undecidable");
        assertThat(answer.<String>path("detail")).contains("margin-call-client");
    }

    @Test
    void aSnapshotThatIsNoLongerReadIsUndecidable() throws IOException {
        Response answer = replay(standard(), snapshot().replace("\"5600\"", "\"NaN\""));

        assertProblem(answer, "undecidable");
        assertThat(answer.<String>path("detail")).contains("NaN");
    }

    private static RuleSetSource standard() throws IOException {
        return RuleSetFolder.read(Path.of("../rules/standard"));
    }

    private static String snapshot() {
        return new String(Examples.request("margin-call"), UTF_8).replace("client-2", "margin-call-client");
    }

    private static void assertProblem(Response answer, String type) {
        ProblemAssert.assertProblem(422, answer.contentType(), answer.asString());
        assertThat(answer.<String>path("type")).endsWith(type);
    }

    /// Replays a decision as an earlier release could have kept it. In the chain it is of a kind of its own:
    /// the tests share a record, which others verify.
    private Response replay(RuleSetSource files, String snapshot) {
        String id = "dec_" + UUID.randomUUID();
        String body = "{\"id\":\"%s\",\"ruleSet\":\"%s\",\"snapshot\":%s,\"decision\":{\"actions\":[]}}"
                .formatted(id, files.digest(), new String(JsonLayout.strip(snapshot.getBytes(UTF_8)), UTF_8));
        store.write(transaction -> {
            StoredRuleSets.keep(transaction, "earlier", files);
            SealedEntry entry =
                    Chain.seal(RecordTail.hold(transaction), "earlier", Instant.now(), body.getBytes(UTF_8));
            RecordTail.move(transaction, entry.head());
            return transaction
                    .createUpdate("""
                            insert into record_entry (sequence, previous, hash, kind, at, entry, decision_id)
                            values (:sequence, :previous, :hash, 'earlier', now(), :entry, :id)
                            """)
                    .bind("sequence", entry.sequence())
                    .bind("previous", entry.previous())
                    .bind("hash", entry.hash())
                    .bind("entry", entry.json())
                    .bind("id", id)
                    .execute();
        });
        return given().post("/v1/decisions/" + id + "/replay");
    }
}
