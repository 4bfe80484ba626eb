package io.plimsoll.monitor.guard;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The reservations that still count somewhere, oldest first.
///
/// Its time never runs backwards: a clock that is set back may not let anything be forgotten, or counted where a
/// window does not look.
final class Ledger {

    private final Map<String, Reservation> reservations = new LinkedHashMap<>();
    private Duration window;
    private long number;
    private Instant latest;

    /// @param window how long a reservation counts anywhere
    /// @param start before which nothing happens
    Ledger(Duration window, Instant start) {
        this.window = window;
        latest = start;
    }

    void window(Duration other) {
        window = other;
    }

    /// The moment at which something that happens now counts: now, or the latest that there was before.
    Instant moment(Instant now) {
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }

    Optional<Reservation> find(String id) {
        return Optional.ofNullable(reservations.get(id));
    }

    Reservation reserve(Proposal proposal, BigDecimal rate, Instant now) {
        Reservation reservation = new Reservation(
                number + 1,
                proposal.id(),
                proposal.account(),
                proposal.reach(),
                moment(now),
                proposal.rules(),
                proposal.currency(),
                rate,
                proposal.closings());
        restore(reservation);
        return reservation;
    }

    void restore(Reservation reservation) {
        number = Math.max(number, reservation.number());
        Instant moment = moment(reservation.at());
        reservations.remove(reservation.id());
        reservations.put(reservation.id(), reservation);
        expire(moment);
    }

    long number() {
        return number;
    }

    List<Reservation> all() {
        return List.copyOf(reservations.values());
    }

    private void expire(Instant now) {
        Instant oldest = now.minus(window);
        Iterator<Reservation> all = reservations.values().iterator();
        while (all.hasNext() && all.next().at().isBefore(oldest)) {
            all.remove();
        }
    }
}
