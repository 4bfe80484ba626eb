package io.plimsoll.service.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.episode.Gate;
import io.plimsoll.monitor.episode.HoldReason;
import io.plimsoll.monitor.guard.GuardEvent;
import io.plimsoll.monitor.guard.GuardState;
import io.plimsoll.monitor.guard.Guards;
import io.plimsoll.monitor.guard.Hold;
import io.plimsoll.monitor.guard.Proposal;
import io.plimsoll.monitor.guard.Verdict.Held;
import io.plimsoll.monitor.guard.Verdict.Passed;
import io.plimsoll.monitor.guard.settings.GuardSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Source, Mark> seen = new HashMap<>();

    /// Where a mark comes from.
    private record Source(String id, String source) {}

    /// @param state what was kept of an earlier run; null if there was none
    GuardGate(@Nullable String state, Instant now) {
        this.guards = new Guards(GuardSettings.STANDARD, state == null ? GuardState.NEW : read(state), now);
    }

    /// Takes the marks of an instrument or asset, each as far as it is new. Before anything is decided by them.
    void see(Collection<Mark> marks, Instant receivedAt) {
        for (Mark mark : marks) {
            if (!mark.equals(seen.put(new Source(mark.id(), mark.source()), mark))) {
                tell(guards.mark(mark, receivedAt));
            }
        }
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

    private static void tell(List<GuardEvent> events) {
        for (GuardEvent event : events) {
            switch (event.type()) {
                case RESERVED -> LOG.debugf("%s %s: %s", event.type(), event.subject(), event.reason());
                default ->
                    LOG.warnf("Guards: %s %s: %s", event.type(), event.subject().id(), event.reason());
            }
        }
    }
}
