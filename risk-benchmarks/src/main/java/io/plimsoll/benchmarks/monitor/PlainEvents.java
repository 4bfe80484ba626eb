package io.plimsoll.benchmarks.monitor;

import java.util.HashSet;
import java.util.Set;

/// Where the plain rules tell what has happened.
public final class PlainEvents {

    private final Set<Event> events = new HashSet<>();

    /// A margin call is open, or is so no more.
    public void called(PlainHolder holder, boolean isOpen) {
        holder.called(isOpen);
        events.add(new Event(holder.account(), 0, isOpen));
    }

    /// A liquidation is open, or is so no more.
    public void liquidated(PlainHolder holder, boolean isOpen) {
        holder.liquidated(isOpen);
        events.add(new Event(holder.account(), 1, isOpen));
    }

    /// What was told since the last time.
    Set<Event> taken() {
        Set<Event> taken = Set.copyOf(events);
        events.clear();
        return taken;
    }
}
