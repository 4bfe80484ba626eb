package io.plimsoll.service.ruledesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Many edit the same change at once: none of what was acknowledged is lost, and the revisions are one line.
@QuarkusTest
@TestProfile(DeskRacesTest.Desk.class)
final class DeskRacesTest {

    private static final String NAME = "desk-races";
    private static final int OFFICERS = 8;
    private static final int EDITS = 500;
    private static final int HTTP_EDITS = Integer.getInteger("plimsoll.edits.http", 10);
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

    /// `-Dplimsoll.edits.http=500` has each officer make as many.
    @Test
    void overHttpWhoLosesTriesAgainUntilEveryEditIsIn() throws Exception {
        DeskHttp http = new DeskHttp();
        DeskClient first = new DeskClient(NAME, "ada");
        String id = first.begin("a race over HTTP");
        DeskClient.ok(200, first.save(id, FILE, "", 1));
        long before = entries();
        AtomicInteger lost = new AtomicInteger();
        long begun = System.nanoTime();

        List<String> all = race(OFFICERS, officer -> {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < HTTP_EDITS; i++) {
                mine.add("officer-%d %d".formatted(officer, i));
                lost.addAndGet(saved(http, first.path(id, "/files/" + FILE), mine.getLast()));
            }
            return mine;
        });

        System.out.printf(
                "%,d edits over HTTP by %d officers in %d s, %,d of them tried again.%n",
                all.size(), OFFICERS, (System.nanoTime() - begun) / 1_000_000_000, lost.get());
        assertThat(all).hasSize(OFFICERS * HTTP_EDITS);
        assertThat(lost).as("who never loses does not race").hasPositiveValue();
        assertThat(http.get(first.path(id, "/files/" + FILE)).text().lines()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(entries() - before).as("entries in the record").isEqualTo(all.size());
        JsonNode revisions =
                http.get(first.path(id, "/revisions")).done().json().path("revisions");
        assertThat(revisions).hasSize(all.size() + 2);
        String was = "";
        for (int i = 2; i < revisions.size(); i++) {
            JsonNode revision = revisions.get(i);
            assertThat(revision.path("revision").asInt()).isEqualTo(i + 1);
            String content = revision.path("content").asText();
            String is = http.get("/v1/rulesets/%s/versions/%s/files/%s".formatted(NAME, content, FILE))
                    .done()
                    .text();
            assertThat(is).startsWith(was);
            assertThat(is.substring(was.length())).matches(revision.path("by").asText() + " [0-9]+\n");
            was = is;
        }
    }

    /// Saves a line more.
    ///
    /// @return how often somebody else was faster
    private static int saved(DeskHttp http, String path, String line) {
        String officer = line.substring(0, line.indexOf(' '));
        int lost = 0;
        while (true) {
            DeskHttp.Answer read = http.get(path).done();
            DeskHttp.Answer answer = http.put(officer, path, read.tag(), read.text() + line + "\n");
            if (answer.status() != 412) {
                answer.done();
                return lost;
            }
            lost++;
        }
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
