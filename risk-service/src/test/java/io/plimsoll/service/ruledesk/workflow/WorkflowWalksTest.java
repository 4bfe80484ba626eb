package io.plimsoll.service.ruledesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.ruledesk.workflow.Step.Kind;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing goes live without the persons who have to stand for it, whatever is tried in whatever order.
///
/// `-Dplimsoll.seed=1000000` takes other walks, `-Dplimsoll.walks=10000000` more of them.
final class WorkflowWalksTest {

    private static final long SEED = Long.getLong("plimsoll.seed", 1);
    private static final int WALKS = Integer.getInteger("plimsoll.walks", 50_000);
    private static final int STEPS = 40;

    @Test
    void everyWalkEndsAsTheNaiveDeskDoes() {
        Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
        for (long seed = SEED; seed < SEED + WALKS; seed++) {
            Walk walk = new Walk(seed, new PureDesk(Bug.NONE));
            assertThat(walk.go(STEPS)).as("seed %d", seed).isEmpty();
            walk.counts().forEach((kind, count) -> taken.merge(kind, count, Integer::sum));
        }
        // A walk that gets nowhere shows nothing.
        assertThat(taken).containsOnlyKeys(Kind.values());
        assertThat(taken.values()).allSatisfy(count -> assertThat(count).isGreaterThan(WALKS / 100));
    }

    @ParameterizedTest
    @EnumSource(value = Bug.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyPlantedBugIsFound(Bug bug) {
        for (long seed = SEED; seed < SEED + WALKS; seed++) {
            if (!new Walk(seed, new PureDesk(bug)).go(STEPS).isEmpty()) {
                return;
            }
        }
        throw new AssertionError("%d walks from seed %d did not find %s".formatted(WALKS, SEED, bug));
    }
}
