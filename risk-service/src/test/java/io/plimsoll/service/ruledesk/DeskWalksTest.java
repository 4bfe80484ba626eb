package io.plimsoll.service.ruledesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.ruledesk.workflow.Step.Kind;
import io.plimsoll.service.ruledesk.workflow.Walk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whatever is tried over HTTP, in whatever order, the service ends where the naive desk does, and has
/// nothing live that the persons who have to stand for it do not stand for in exactly that form.
///
/// `-Dplimsoll.walks.http=2000` walks as often, `-Dplimsoll.seed=1000000` other ways.
@QuarkusTest
@TestProfile(DeskWalksTest.Desk.class)
final class DeskWalksTest {

    private static final Path FOLDER = Path.of("src/test/resources/desk-walks");
    private static final long SEED = Long.getLong("plimsoll.seed", 1);
    private static final int WALKS = Integer.getInteger("plimsoll.walks.http", 10);
    private static final int STEPS = 40;
    // In the past, so that no later test takes what went live here for the last that did.
    private static final Instant START = Instant.parse("2001-01-01T00:00:00Z");

    @Inject
    Publishing publishing;

    @Inject
    DeskTime time;

    @Test
    void everyWalkOverHttpEndsAsTheNaiveDeskDoes() {
        RuleSetSource origin = RuleSetFolder.read(FOLDER);
        DeskHttp http = new DeskHttp();
        Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
        long begun = System.nanoTime();
        for (int i = 0; i < WALKS; i++) {
            HttpDesk desk = new HttpDesk(
                    http,
                    (WalkTime) time,
                    publishing::tick,
                    new WalkContents(origin, SEED + i),
                    START.plus(Duration.ofDays(i)));
            // Looked at are those recorded last. Margin ratios of 1,290 / 1,643.31, 0.785.
            RecordedAccounts.record("5643.31");
            RecordedAccounts.record("5643.31");
            desk.begin();
            Walk walk = new Walk(SEED + i, desk);
            assertThat(walk.go(STEPS)).as("seed %d", SEED + i).isEmpty();
            walk.counts().forEach((kind, count) -> taken.merge(kind, count, Integer::sum));
            if ((i + 1) % 100 == 0) {
                System.out.printf("%,d walks over HTTP after %d s.%n", i + 1, secondsSince(begun));
            }
        }
        System.out.printf("%,d walks over HTTP from seed %d in %d s: %s%n", WALKS, SEED, secondsSince(begun), taken);
        // A walk that gets nowhere shows nothing.
        assertThat(taken).containsKeys(Kind.PUBLISH, Kind.BREAK_GLASS, Kind.ROLL_BACK, Kind.REBASE);
        assertThat(taken.keySet()).hasSizeGreaterThan(WALKS < 100 ? 12 : Kind.values().length - 1);
    }

    private static long secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1_000_000_000;
    }

    public static final class Desk implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(WalkTime.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "plimsoll.rules.source", "desk",
                    "plimsoll.rules.folder", FOLDER.toString(),
                    "plimsoll.desk.tick", "1h",
                    "plimsoll.desk.warm", "16",
                    "plimsoll.desk.impact-accounts", "2",
                    "plimsoll.desk.break-glass", HttpDesk.BREAK_GLASS.toString());
        }
    }
}
