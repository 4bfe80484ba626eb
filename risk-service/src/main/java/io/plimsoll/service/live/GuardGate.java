package io.plimsoll.service.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.episode.Change.Proposed;
import io.plimsoll.monitor.episode.Gate;
import io.plimsoll.monitor.episode.HoldReason;
import io.plimsoll.monitor.episode.LiveAction;
import io.plimsoll.monitor.guard.GuardEvent;
import io.plimsoll.monitor.guard.GuardState;
import io.plimsoll.monitor.guard.Guards;
import io.plimsoll.monitor.guard.Hold;
import io.plimsoll.monitor.guard.KillSwitch;
import io.plimsoll.monitor.guard.Proposal;
import io.plimsoll.monitor.guard.Verdict.Held;
import io.plimsoll.monitor.guard.Verdict.Passed;
import io.plimsoll.service.book.market.RefusedMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The guards as the live book asks them. They start disarmed, whenever the book is read.
///
/// Not for use by several threads at once.
final class GuardGate implements Gate {

    private static final Logger LOG = Logger.getLogger(GuardGate.class);
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    private final Guards guards;
    private final KillSwitch killSwitch;
    private final List<GuardEvent> events = new ArrayList<>();
    private final Map<Source, Mark> seen = new HashMap<>();

    /// Where a mark comes from.
    private record Source(String id, String source) {}

    /// @param settings of the version that decides
    /// @param state what was kept of an earlier run; null if there was none
    GuardGate(GuardSettings settings, @Nullable String state, KillSwitch killSwitch, Instant now) {
        GuardState before = state == null ? GuardState.NEW : read(state);
        this.guards = new Guards(settings, before, now, killSwitch);
        this.killSwitch = killSwitch;
    }

    /// What persons deal with.
    Guards guards() {
        return guards;
    }

    /// Holds to what another version says, disarmed if it says something else.
    ///
    /// @param digest of that version
    void under(GuardSettings settings, String digest, Instant now) {
        if (!settings.equals(guards.settings())) {
            String reason = "Version %s has other limits.".formatted(digest);
            tell(List.of(guards.change(settings, reason, now)));
        }
    }

    /// What has happened to guards by itself, for the record, until it is [said][#recorded] to be there.
    List<GuardEvent> events() {
        return List.copyOf(events);
    }

    /// The first so many events are in the record.
    void recorded(int count) {
        events.subList(0, count).clear();
    }

    /// Takes the marks of an instrument or asset, each as far as it is new. Before anything is decided by them.
    void see(Collection<Mark> marks, Instant receivedAt) {
        for (Mark mark : marks) {
            if (!mark.equals(seen.put(new Source(mark.id(), mark.source()), mark))) {
                tell(guards.mark(mark, receivedAt));
            }
        }
    }

    /// Takes note of a mark that was refused at the door.
    void refused(RefusedMark mark, Instant receivedAt) {
        tell(guards.refusedMark(mark.id(), mark.source(), mark.price(), receivedAt));
    }

    @Override
    public Gate.Verdict judge(String id, TriggeredAction action, Decision decision, Instant now) {
        io.plimsoll.monitor.guard.Verdict verdict = guards.judge(Proposal.of(id, action, decision.snapshot()), now);
        return switch (verdict) {
            case Passed passed -> {
                tell(passed.events());
                yield new Gate.Verdict(true, reasons(passed.flags()));
            }
            case Held held -> new Gate.Verdict(false, reasons(held.holds()));
        };
    }

    @Override
    public Map<String, List<HoldReason>> emit(List<Proposed> proposals, Runnable emission) {
        List<Proposal> going = proposals.stream()
                .map(each -> Proposal.of(
                        each.action().id(), each.content(), each.decision().snapshot()))
                .toList();
        Map<String, List<HoldReason>> stopped = new HashMap<>();
        killSwitch.emit(going, emission).forEach((action, holds) -> stopped.put(action, reasons(holds)));
        return stopped;
    }

    /// By the kill switch alone: what the other guards have let out stays out.
    @Override
    public List<HoldReason> takesBack(LiveAction action, Optional<Decision> decision) {
        return reasons(decision.flatMap(present -> proposal(action, present))
                .map(killSwitch::holds)
                .orElseGet(() -> killSwitch.mayHold(action.account(), action.type())));
    }

    private static Optional<Proposal> proposal(LiveAction action, Decision decision) {
        try {
            return decision.actions().stream()
                    .filter(triggered -> triggered.action().type().equals(action.type())
                            && triggered.action().scope().equals(action.scope()))
                    .findFirst()
                    .map(triggered -> Proposal.of(action.id(), triggered, decision.snapshot()));
        } catch (InvalidFactException e) {
            // What it is about can't be told, so whatever is stopped may be it.
            return Optional.empty();
        }
    }

    private static List<HoldReason> reasons(List<Hold> holds) {
        return holds.stream()
                .map(hold -> new HoldReason(hold.code(), hold.sentence()))
                .toList();
    }

    /// What must not be forgotten over a restart.
    String state() {
        try {
            return JSON.writeValueAsString(guards.state());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every state can be written.", e);
        }
    }

    private static GuardState read(String state) {
        try {
            return JSON.readValue(state, GuardState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state of the guards can't be read; nothing goes out.", e);
        }
    }

    private void tell(List<GuardEvent> happened) {
        for (GuardEvent event : happened) {
            // What goes out is in the record by itself.
            if (event.type() != GuardEvent.Type.RESERVED) {
                LOG.warnf("Guards: %s %s: %s", event.type(), event.subject().id(), event.reason());
                events.add(event);
            }
        }
    }
}
