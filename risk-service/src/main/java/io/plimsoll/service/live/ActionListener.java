package io.plimsoll.service.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one listener to a stream of actions has heard, and what it hears next.
final class ActionListener {

    private static final Duration BREATH = Duration.ofSeconds(15);
    private static final int TOGETHER = 500;

    private final ActionEvents events;
    private final ActionSignal signal;
    private final Sse sse;
    private final @Nullable String last;
    private boolean begun;
    private long sent;

    /// @param last the identifier of the last event that it has seen; `null` if it begins now
    ActionListener(ActionEvents events, ActionSignal signal, Sse sse, @Nullable String last) {
        this.events = events;
        this.signal = signal;
        this.sse = sse;
        this.last = last;
    }

    /// Waits for the next events and says every now and then that there are none. Empty if the service stops.
    List<OutboundSseEvent> next() throws InterruptedException {
        if (!begun) {
            return begin();
        }
        long seen = signal.count();
        List<ActionEvent> later = events.after(sent, TOGETHER);
        if (later.isEmpty() && !signal.isOver()) {
            signal.await(seen, BREATH);
            later = events.after(sent, TOGETHER);
        }
        if (!later.isEmpty()) {
            sent = later.getLast().sequence();
            return later.stream().map(this::event).toList();
        }
        return signal.isOver() ? List.of() : List.of(comment().build());
    }

    /// Who has this knows that nothing is missed from here on.
    private List<OutboundSseEvent> begin() {
        sent = last == null ? events.last() : Long.parseLong(last);
        begun = true;
        return List.of(comment().id(Long.toString(sent)).build());
    }

    private OutboundSseEvent.Builder comment() {
        return sse.newEventBuilder().comment("");
    }

    private OutboundSseEvent event(ActionEvent event) {
        return sse.newEventBuilder()
                .id(Long.toString(event.sequence()))
                .name("action")
                .data(event.document())
                .build();
    }
}
