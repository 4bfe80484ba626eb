package io.plimsoll.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.Change;
import io.plimsoll.monitor.episode.Gate;
import io.plimsoll.monitor.episode.HoldReason;
import io.plimsoll.monitor.episode.LiveAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is stopped after it was judged and before anybody was told, and what is taken back after that.
final class EmissionTest {

    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final List<HoldReason> KILLED = List.of(new HoldReason("killed", "Somebody stopped it."));

    private final Switch gate = new Switch();
    private final List<Change> told = new ArrayList<>();

    /// Lets everything out, unless it is stopped afterwards.
    private static final class Switch implements Gate {

        private boolean isKilled;

        @Override
        public Verdict judge(String id, TriggeredAction action, Decision decision, Instant now) {
            return Verdict.PASSED;
        }

        @Override
        public Map<String, List<HoldReason>> emit(List<Change.Proposed> proposals, Runnable emission) {
            Map<String, List<HoldReason>> stopped = new TreeMap<>();
            if (isKilled) {
                proposals.forEach(each -> stopped.put(each.action().id(), KILLED));
            }
            if (stopped.isEmpty()) {
                emission.run();
            }
            return stopped;
        }

        @Override
        public List<HoldReason> takesBack(LiveAction action, Optional<Decision> decision) {
            return isKilled ? KILLED : List.of();
        }
    }

    /// An account that stays as it is.
    private record Still(Snapshot snapshot) implements BookAccount {

        @Override
        public Snapshot at(Instant asOf, Function<String, Optional<Mark>> marks) {
            return snapshot;
        }

        @Override
        public long revision() {
            return 1;
        }
    }

    /// A book whose one account is in breach as soon as it is seen.
    private LiveBook book() {
        int seed = IntStream.range(0, 10_000)
                .filter(each -> {
                    told.clear();
                    see(each);
                    return actions(ActionState.OPEN).size() > 1;
                })
                .findFirst()
                .orElseThrow();
        told.clear();
        return book(seed);
    }

    private LiveBook book(int seed) {
        Snapshot snapshot = snapshot(seed);
        LiveBook book =
                new LiveBook(id -> Optional.of(new Still(snapshot)), new GeneratedRules(seed), gate, told::addAll, NOW);
        book.take(snapshot.marks(), NOW);
        return book;
    }

    private void see(int seed) {
        book(seed).changed(snapshot(seed).account().id(), NOW);
    }

    private static Snapshot snapshot(int seed) {
        return RandomSnapshots.any(new SplittableRandom(seed), 2).snapshot();
    }

    private List<String> actions(ActionState state) {
        return told.stream()
                .flatMap(EmissionTest::action)
                .filter(action -> action.state() == state)
                .map(LiveAction::id)
                .toList();
    }

    private static Stream<LiveAction> action(Change change) {
        return switch (change) {
            case Change.Proposed proposed -> Stream.of(proposed.action());
            case Change.Moved moved -> Stream.of(moved.action());
            default -> Stream.of();
        };
    }

    private String account() {
        return told.getFirst().account();
    }

    @Test
    void whatIsStoppedBeforeAnybodyWasToldGoesOutAsWithheldAndLaterAsItself() {
        LiveBook book = book();
        gate.isKilled = true;
        book.changed("any", NOW);
        List<String> withheld = actions(ActionState.HELD);
        assertThat(withheld).hasSizeGreaterThan(1);
        assertThat(actions(ActionState.OPEN)).isEmpty();
        assertThat(told.stream().flatMap(EmissionTest::action))
                .allSatisfy(action -> assertThat(action.reasons()).isEqualTo(KILLED));

        gate.isKilled = false;
        told.clear();
        book.time(NOW.plusSeconds(1));

        assertThat(actions(ActionState.OPEN)).containsExactlyElementsOf(withheld);
    }

    @Test
    void whatWentOutIsTakenBackUnlessSomebodyHasTakenItOn() {
        LiveBook book = book();
        book.changed("any", NOW);
        List<String> open = actions(ActionState.OPEN);
        String account = account();
        book.report(account, open.getFirst(), ActionState.ACKNOWLEDGED, NOW);
        told.clear();
        gate.isKilled = true;

        book.takeBack(NOW);

        List<String> back = open.subList(1, open.size());
        assertThat(actions(ActionState.HELD)).containsExactlyInAnyOrderElementsOf(back);
        assertThatThrownBy(() -> book.report(account, back.getFirst(), ActionState.ACKNOWLEDGED, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
