package io.plimsoll.monitor.guard;

import io.plimsoll.model.guard.Cap;
import io.plimsoll.model.guard.ThrottleLimits;
import io.plimsoll.monitor.guard.price.Doubt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How much is traded in a window of time: of each instrument and in all, in count and in notional. Whatever
/// else goes wrong, no more than this can.
final class Throttle implements Guard {

    private static final String ALL = "*";

    private final ThrottleLimits limits;
    private final Ledger ledger;
    private final Tally<Key> tally;

    private record Key(Reach reach, String instrument) {}

    Throttle(ThrottleLimits limits, Ledger ledger) {
        this.limits = limits;
        this.ledger = ledger;
        tally = new Tally<>(limits.window(), Throttle::parts);
        ledger.all().forEach(tally::add);
    }

    @Override
    public String name() {
        return "throttle";
    }

    @Override
    public List<Hold> holds(Proposal proposal, Instant now) {
        if (proposal.reach() == Reach.NOTICE) {
            return List.of();
        }
        BigDecimal rate = limits.rates().get(proposal.currency());
        if (rate == null) {
            return List.of(hold(proposal, Subject.account(proposal.account()), noRate(proposal.currency())));
        }
        Optional<Reservation> reserved = ledger.find(proposal.id());
        if (reserved.isPresent() && !reserved.get().isFor(proposal)) {
            return List.of(hold(proposal, Subject.account(proposal.account()), changed(proposal.id())));
        }
        tally.expire(ledger.moment(now));
        if (tally.contains(proposal.id())) {
            return List.of();
        }
        List<Hold> holds = new ArrayList<>();
        BigDecimal all = BigDecimal.ZERO;
        for (Closing closing : proposal.closings()) {
            BigDecimal notional = closing.notional().multiply(rate);
            all = all.add(notional);
            holds.addAll(holds(proposal, closing.instrument(), notional, limits.cap(closing.instrument())));
        }
        holds.addAll(holds(proposal, ALL, all, limits.inAll()));
        return holds;
    }

    @Override
    public List<GuardEvent> reserve(Reservation reservation) {
        tally.add(reservation);
        return List.of();
    }

    private List<Hold> holds(Proposal proposal, String instrument, BigDecimal notional, Cap cap) {
        Tally.Sum sum = tally.of(new Key(proposal.reach(), instrument));
        List<Hold> holds = new ArrayList<>();
        Subject subject = ALL.equals(instrument) ? Subject.all() : Subject.instrument(instrument);
        String what = ALL.equals(instrument) ? "all instruments together" : instrument;
        if (sum.count() + 1 > cap.count()) {
            holds.add(hold(proposal, subject, tooMany(what, sum, cap)));
        }
        if (sum.notional().add(notional).compareTo(cap.notional()) > 0) {
            holds.add(hold(proposal, subject, tooMuch(what, sum, notional, cap)));
        }
        return holds;
    }

    private Doubt tooMany(String what, Tally.Sum sum, Cap cap) {
        return Doubt.of(
                "throttle-count",
                "%d actions have traded %s in the last %s, the limit is %d"
                        .formatted(sum.count(), what, Doubt.text(limits.window()), cap.count()),
                Map.of("count", BigDecimal.valueOf(sum.count()), "limit", BigDecimal.valueOf(cap.count())));
    }

    private Doubt tooMuch(String what, Tally.Sum sum, BigDecimal notional, Cap cap) {
        return Doubt.of(
                "throttle-notional",
                "it trades %s of %s, of which %s were traded in the last %s, and the limit is %s"
                        .formatted(
                                notional.toPlainString(),
                                what,
                                sum.notional().toPlainString(),
                                Doubt.text(limits.window()),
                                cap.notional().toPlainString()),
                Map.of("notional", notional, "traded", sum.notional(), "limit", cap.notional()));
    }

    private static Doubt changed(String id) {
        return Doubt.of(
                "action-changed", "action %s has passed before, but with other content".formatted(id), Map.of());
    }

    private static Doubt noRate(String currency) {
        return Doubt.of(
                "throttle-currency",
                "no rate of %s is listed in the settings of the throttle, so that its notional is not bounded"
                        .formatted(currency),
                Map.of());
    }

    private Hold hold(Proposal proposal, Subject subject, Doubt doubt) {
        return Hold.withheld(proposal, name(), subject, doubt);
    }

    private static Map<Key, BigDecimal> parts(Reservation reservation) {
        Map<Key, BigDecimal> parts = new HashMap<>();
        BigDecimal all = BigDecimal.ZERO;
        for (Closing closing : reservation.closings()) {
            BigDecimal notional = reservation.counted(closing);
            all = all.add(notional);
            parts.put(new Key(reservation.reach(), closing.instrument()), notional);
        }
        parts.put(new Key(reservation.reach(), ALL), all);
        return parts;
    }
}
