package io.plimsoll.monitor.guard;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.guard.BreakerLimits;
import io.plimsoll.monitor.guard.price.Doubt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stops a rule that trades one instrument again and again, until a named person has looked and re-arms it.
/// Source: Commission Delegated Regulation (EU) 2017/589, Article 15(3), repeated automated execution
/// throttles.
final class Breaker implements Guard {

    private final BreakerLimits limits;
    private final Ledger ledger;
    private final Tally<TradePath> tally;
    private final Map<TradePath, Trip> trips = new TreeMap<>();
    private final Map<TradePath, Rearmed> rearmed = new TreeMap<>();

    Breaker(BreakerLimits limits, Ledger ledger, List<Trip> tripped, List<Rearmed> rearmedBefore) {
        this.limits = limits;
        this.ledger = ledger;
        tripped.forEach(trip -> trips.put(trip.path(), trip));
        rearmedBefore.forEach(each -> rearmed.put(each.path(), each));
        tally = new Tally<>(limits.window(), this::parts);
        ledger.all().forEach(tally::add);
    }

    @Override
    public String name() {
        return "breaker";
    }

    @Override
    public List<Hold> holds(Proposal proposal, Instant now) {
        List<Hold> holds = new ArrayList<>();
        for (String rule : proposal.rules()) {
            for (Closing closing : proposal.closings()) {
                Trip trip = trips.get(new TradePath(rule, closing.instrument()));
                if (trip != null) {
                    holds.add(Hold.withheld(proposal, name(), Subject.rule(rule), tripped(trip)));
                }
            }
        }
        return holds;
    }

    @Override
    public List<GuardEvent> reserve(Reservation reservation) {
        tally.expire(reservation.at());
        tally.add(reservation);
        List<GuardEvent> events = new ArrayList<>();
        for (TradePath path : parts(reservation).keySet()) {
            int trades = tally.of(path).count();
            if (trades >= limits.trades()) {
                Trip trip = new Trip(path, trades, reservation.at());
                trips.put(path, trip);
                events.add(GuardEvent.automatic(
                        GuardEvent.Type.BREAKER_TRIPPED,
                        Subject.rule(path.rule()),
                        reservation.at(),
                        tripped(trip).clause()));
            }
        }
        return events;
    }

    GuardEvent rearm(TradePath path, Signature by, Instant now) {
        if (trips.remove(path) == null) {
            throw new InvalidFactException(
                    "rule",
                    "(%s) is not stopped from trading %s. Maybe another rule or instrument was meant."
                            .formatted(path.rule(), path.instrument()));
        }
        rearmed.put(path, new Rearmed(path, ledger.number()));
        tally.forget(path);
        return new GuardEvent(
                GuardEvent.Type.BREAKER_REARMED,
                Subject.rule(path.rule()),
                now,
                by.person(),
                "%s (%s)".formatted(by.reason(), path.instrument()));
    }

    List<Trip> trips() {
        return List.copyOf(trips.values());
    }

    /// Those that still keep something from counting.
    List<Rearmed> rearmed() {
        long oldest = ledger.all().stream().mapToLong(Reservation::number).min().orElse(Long.MAX_VALUE);
        return rearmed.values().stream().filter(each -> each.number() >= oldest).toList();
    }

    private Map<TradePath, BigDecimal> parts(Reservation reservation) {
        Map<TradePath, BigDecimal> parts = new HashMap<>();
        for (String rule : reservation.rules()) {
            for (Closing closing : reservation.closings()) {
                TradePath path = new TradePath(rule, closing.instrument());
                Rearmed before = rearmed.get(path);
                if (before == null || reservation.number() > before.number()) {
                    parts.put(path, reservation.counted(closing));
                }
            }
        }
        return parts;
    }

    private Doubt tripped(Trip trip) {
        return Doubt.of(
                "breaker-tripped",
                "rule %s has traded %s %d times within %s and is stopped since %s until a person re-arms it"
                        .formatted(
                                trip.path().rule(),
                                trip.path().instrument(),
                                trip.trades(),
                                Doubt.text(limits.window()),
                                trip.at()),
                Map.of(
                        "trades", BigDecimal.valueOf(trip.trades()),
                        "limit", BigDecimal.valueOf(limits.trades())));
    }
}
