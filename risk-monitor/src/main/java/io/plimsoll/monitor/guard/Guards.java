package io.plimsoll.monitor.guard;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.guard.price.Doubt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// All guards: they hear every mark, and judge every proposal before it is emitted.
///
/// What trades passes only if no guard holds it, and has then reserved its share of throttle and breaker
/// already. What trades nothing passes with the doubts shown, and only the kill switch stops it. A guard that
/// throws withholds the action, whatever it is.
///
/// Starts disarmed, always. Not for use by several threads at once, except for the [kill switch][#killSwitch].
public final class Guards {

    private final Feeds feeds;
    private final MarkGuard marks;
    private final ArmingGuard arming;
    private final Ledger ledger;
    private final KillSwitch killSwitch;
    private final UnaryOperator<List<Guard>> chaining;
    private GuardSettings settings;
    private Throttle throttle;
    private Breaker breaker;
    private List<Guard> chain;

    /// Guards of an engine that starts.
    ///
    /// @param state what they knew when it stopped; [GuardState#NEW] if it never ran
    /// @param start the time; marks from before do not arm
    public Guards(GuardSettings settings, GuardState state, Instant start) {
        this(settings, state, start, new KillSwitch(KillSwitch.State.NEW));
    }

    /// Guards of an engine that starts, behind a kill switch that was there before.
    public Guards(GuardSettings settings, GuardState state, Instant start, KillSwitch killSwitch) {
        this(settings, state, start, killSwitch, UnaryOperator.identity());
    }

    /// @param chaining makes the chain that is used of the one that there is
    Guards(
            GuardSettings settings,
            GuardState state,
            Instant start,
            KillSwitch killSwitch,
            UnaryOperator<List<Guard>> chaining) {
        this.settings = settings;
        this.killSwitch = killSwitch;
        this.chaining = chaining;
        feeds = new Feeds(settings, start);
        marks = new MarkGuard(feeds, state.releases());
        arming = new ArmingGuard(
                feeds, marks, start, settings.marks().freshness().future());
        ledger = new Ledger(longest(settings), start);
        state.reservations().forEach(ledger::restore);
        throttle = new Throttle(settings.throttle(), ledger);
        breaker = new Breaker(settings.breaker(), ledger, state.trips(), state.rearmed());
        chain = chaining.apply(List.of(killSwitch, arming, marks, breaker, throttle));
    }

    /// Takes a mark, before anything is proposed on it.
    ///
    /// @return whether its price has come to be doubted by this, or relied on again
    public List<GuardEvent> mark(Mark mark, Instant receivedAt) {
        arming.see(receivedAt);
        return feeds.take(mark.id(), receivedAt, feed -> feed.take(mark, receivedAt));
    }

    /// Takes note of a mark that was refused at the door, such as zero or less: the instrument is held on it.
    ///
    /// @param id the instrument or asset
    /// @param value what was to be its price, as text
    /// @return whether its price has come to be doubted by this
    /// @throws InvalidFactException if an identifier is malformed
    public List<GuardEvent> refusedMark(String id, String source, String value, Instant receivedAt) {
        arming.see(receivedAt);
        String from = Facts.identifier("source", source);
        String shown = value.length() > 64 ? value.substring(0, 64) : value;
        return feeds.take(Facts.identifier("id", id), receivedAt, feed -> feed.refused(from, shown, receivedAt));
    }

    /// Judges a proposal. One that passes must be emitted through [KillSwitch#emit], and counts from now on
    /// whether it is or not; the same action passing again counts once.
    public Verdict judge(Proposal proposal, Instant now) {
        List<Hold> holds = new ArrayList<>();
        List<Hold> flags = new ArrayList<>();
        arming.see(now);
        for (Guard guard : chain) {
            boolean onlyFlags =
                    proposal.reach() == Reach.NOTICE && !guard.name().equals(killSwitch.name());
            try {
                (onlyFlags ? flags : holds).addAll(guard.holds(proposal, now));
            } catch (Throwable e) {
                holds.add(failed(proposal, guard, e));
            }
        }
        return holds.isEmpty() ? passed(proposal, flags, now) : new Verdict.Held(holds);
    }

    private Verdict passed(Proposal proposal, List<Hold> flags, Instant now) {
        if (proposal.reach() == Reach.NOTICE) {
            return new Verdict.Passed(flags, List.of());
        }
        BigDecimal rate = Objects.requireNonNull(settings.throttle().rates().get(proposal.currency()));
        Reservation reservation = ledger.reserve(proposal, rate, now);
        List<GuardEvent> events = new ArrayList<>();
        events.add(GuardEvent.automatic(
                GuardEvent.Type.RESERVED,
                Subject.account(proposal.account()),
                now,
                "%s %s".formatted(proposal.type(), proposal.id())));
        for (Guard guard : chain) {
            try {
                events.addAll(guard.reserve(reservation));
            } catch (Throwable e) {
                return new Verdict.Held(List.of(failed(proposal, guard, e)));
            }
        }
        return new Verdict.Passed(flags, events);
    }

    private static Hold failed(Proposal proposal, Guard guard, Throwable failure) {
        Doubt doubt = Doubt.of("guard-failed", "the guard has failed (%s)".formatted(failure), Map.of());
        return Hold.withheld(proposal, guard.name(), Subject.all(), doubt);
    }

    /// Relies on the marks of an instrument for some time, in spite of all doubts: age, sources, moves, arming.
    ///
    /// @param until later than now, by no more than the settings allow
    /// @throws InvalidFactException if a person or reason is missing, or the time is too
    ///     long
    public GuardEvent release(String instrument, String person, String reason, Instant now, Instant until) {
        return marks.release(
                Facts.identifier("instrument", instrument), new Signature(person, reason), now, until, settings);
    }

    /// Takes the price that the sources of an instrument agree on now as settled, for good: what a release
    /// does not, after which everything is as before.
    ///
    /// @throws InvalidFactException if its sources do not agree, or a person or reason is missing
    public GuardEvent accept(String instrument, String person, String reason, Instant now) {
        Signature by = new Signature(person, reason);
        BigDecimal price = Optional.ofNullable(feeds.find(Facts.identifier("instrument", instrument)))
                .flatMap(feed -> feed.settle(now))
                .orElseThrow(() -> new InvalidFactException(
                        "instrument",
                        "(%s) has no price that its sources agree on. Maybe release it for some time instead."
                                .formatted(instrument)));
        return new GuardEvent(
                GuardEvent.Type.PRICE_ACCEPTED,
                Subject.instrument(instrument),
                now,
                by.person(),
                "%s (at %s)".formatted(by.reason(), price.toPlainString()));
    }

    /// Ends a release early.
    ///
    /// @throws InvalidFactException if it is not released, or a person or reason is missing
    public GuardEvent withdraw(String instrument, String person, String reason, Instant now) {
        return marks.withdraw(instrument, new Signature(person, reason), now);
    }

    /// Arms all instruments, until something disarms them. Their marks are judged all the same.
    ///
    /// @throws InvalidFactException if a person or reason is missing
    public GuardEvent arm(String person, String reason, Instant now) {
        Signature by = new Signature(person, reason);
        feeds.arm();
        arming.trust(now);
        return new GuardEvent(GuardEvent.Type.ARMED, Subject.all(), now, by.person(), by.reason());
    }

    /// Disarms all instruments until their marks have been relied on for a while, such as after a gap in a
    /// feed that was found by its sequence numbers.
    ///
    /// @throws InvalidFactException if a person or reason is missing
    public GuardEvent disarm(String person, String reason, Instant now) {
        Signature by = new Signature(person, reason);
        feeds.disarm(now);
        return new GuardEvent(GuardEvent.Type.DISARMED, Subject.all(), now, by.person(), by.reason());
    }

    /// Lets a rule trade an instrument again after the breaker has stopped it.
    ///
    /// @throws InvalidFactException if it is not stopped, or a person or reason is missing
    public GuardEvent rearm(String rule, String instrument, String person, String reason, Instant now) {
        return breaker.rearm(new TradePath(rule, instrument), new Signature(person, reason), now);
    }

    /// Goes on under other settings, disarmed. What was reserved and tripped stays so.
    ///
    /// @param reason where they come from; who wanted them is known there
    public GuardEvent change(GuardSettings next, String reason, Instant now) {
        settings = next;
        feeds.change(next, now);
        arming.tolerance(next.marks().freshness().future());
        ledger.window(longest(next));
        throttle = new Throttle(next.throttle(), ledger);
        breaker = new Breaker(next.breaker(), ledger, breaker.trips(), breaker.rearmed());
        chain = chaining.apply(List.of(killSwitch, arming, marks, breaker, throttle));
        return GuardEvent.automatic(GuardEvent.Type.SETTINGS_CHANGED, Subject.all(), now, reason);
    }

    /// The kill switch, which any thread may use.
    public KillSwitch killSwitch() {
        return killSwitch;
    }

    /// The limits that hold.
    public GuardSettings settings() {
        return settings;
    }

    /// What is not to be forgotten over a restart.
    public GuardState state() {
        return new GuardState(ledger.all(), breaker.trips(), breaker.rearmed(), marks.releases());
    }

    /// Why prices are not relied on at a moment, by instrument or asset; empty if all are.
    public Map<String, Doubt> doubts(Instant now) {
        return new TreeMap<>(feeds.doubts(now));
    }

    private static Duration longest(GuardSettings settings) {
        Duration throttle = settings.throttle().window();
        Duration breaker = settings.breaker().window();
        return throttle.compareTo(breaker) > 0 ? throttle : breaker;
    }
}
