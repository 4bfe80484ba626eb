package io.plimsoll.service.ruledesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.plimsoll.service.ruledesk.store.StoredRevision;
import io.plimsoll.service.ruledesk.workflow.PersonId;
import io.plimsoll.service.store.Store;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Many edit the same change at once: none of what was acknowledged is lost, and the revisions are one line.
@QuarkusTest
@TestProfile(DeskRacesTest.Desk.class)
final class DeskRacesTest {

    private static final String NAME = "desk-races";
    private static final int OFFICERS = 8;
    private static final int EDITS = 500;
    private static final String FILE = "README.md";

    @Inject
    RuleDesk desk;

    @Inject
    DeskReads reads;

    @Inject
    Store store;

    @Test
    void eightOfficersWithFiveHundredEditsEachLoseNone() throws Exception {
        Actor first = actor(0);
        String id = desk.begin(first, NAME, "a race", Optional.empty()).id();
        // Small, so that the race is about revisions and not about bytes.
        desk.edit(first, NAME, id, 1, files -> RuleSetSource.of(Map.of(FILE, new byte[0])));
        long before = entries();

        List<String> acknowledged = race(OFFICERS, officer -> edits(id, officer));

        List<StoredRevision> line = reads.revisions(NAME, id);
        assertThat(acknowledged).hasSizeGreaterThan(EDITS).doesNotHaveDuplicates();
        assertThat(line.stream().map(StoredRevision::revision))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, acknowledged.size() + 2)
                        .boxed()
                        .toList());
        assertThat(text(id).lines()).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(entries() - before).as("entries in the record").isEqualTo(acknowledged.size());
        // Each revision is the one before and one line more.
        String was = "";
        for (StoredRevision revision : line.subList(2, line.size())) {
            String is = new String(
                    reads.version(NAME, revision.content()).bytes(FILE).orElseThrow(), UTF_8);
            assertThat(is)
                    .startsWith(was)
                    .hasLineCount(was.isEmpty() ? 1 : (int) was.lines().count() + 1);
            assertThat(is.substring(was.length())).startsWith(revision.by() + " ");
            was = is;
        }
    }

    private List<String> edits(String id, int officer) {
        List<String> acknowledged = new ArrayList<>();
        Actor actor = actor(officer);
        for (int i = 0; i < EDITS; i++) {
            StoredChange read = reads.change(NAME, id);
            String line = actor.person() + " " + i;
            try {
                desk.edit(
                        actor,
                        NAME,
                        id,
                        read.revision(),
                        files -> RuleSetSource.of(Map.of(
                                FILE,
                                (new String(files.bytes(FILE).orElseThrow(), UTF_8) + line + "\n").getBytes(UTF_8))));
                acknowledged.add(line);
            } catch (ProblemException e) {
                assertThat(e.type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
            }
        }
        return acknowledged;
    }

    @Test
    void overHttpTheLoserIsTold412AndNothingIsLost() throws Exception {
        DeskClient first = new DeskClient(NAME, "ada");
        String id = first.begin("a race over HTTP");
        DeskClient.ok(200, first.save(id, FILE, "", 1));

        List<String> acknowledged = race(4, officer -> {
            DeskClient client = new DeskClient(NAME, "officer-" + officer);
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                int revision = client.read(id).path("revision");
                String line = "officer-%d %d".formatted(officer, i);
                Response answer = client.save(id, FILE, client.text(id, FILE) + line + "\n", revision);
                if (answer.statusCode() == 200) {
                    mine.add(line);
                } else {
                    DeskClient.refused(412, answer);
                }
            }
            return mine;
        });

        assertThat(acknowledged).hasSizeGreaterThan(25);
        assertThat(first.text(id, FILE).lines()).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(first.read(id).<Integer>path("revision")).isEqualTo(acknowledged.size() + 2);
    }

    private interface Officer {
        List<String> work(int number);
    }

    private static List<String> race(int officers, Officer officer) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(officers)) {
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int i = 0; i < officers; i++) {
                int number = i;
                work.add(() -> officer.work(number));
            }
            List<String> acknowledged = new ArrayList<>();
            for (Future<List<String>> each : threads.invokeAll(work)) {
                acknowledged.addAll(each.get());
            }
            return acknowledged;
        }
    }

    private static Actor actor(int officer) {
        return new Actor(Optional.of(new PersonId("officer-" + officer)), Optional.of("127.0.0.1"));
    }

    private String text(String id) {
        return new String(reads.files(NAME, id).files().bytes(FILE).orElseThrow(), UTF_8);
    }

    private long entries() {
        return store.read(sql -> sql.createQuery("select count(*) from record_entry where kind = 'change'")
                .mapTo(Long.class)
                .one());
    }

    public static final class Desk implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return DeskFolder.settings(NAME);
        }
    }
}
