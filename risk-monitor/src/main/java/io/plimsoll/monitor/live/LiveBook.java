package io.plimsoll.monitor.live;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKey;
import io.plimsoll.monitor.book.Accounts;
import io.plimsoll.monitor.book.BookMonitor;
import io.plimsoll.monitor.book.Crossing;
import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.Change;
import io.plimsoll.monitor.episode.Change.Proposed;
import io.plimsoll.monitor.episode.Episode;
import io.plimsoll.monitor.episode.Episodes;
import io.plimsoll.monitor.episode.Gate;
import io.plimsoll.monitor.episode.HoldReason;
import io.plimsoll.monitor.episode.LiveAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The accounts of a book, watched at every mark: opens and ends episodes, has the rules decide about whoever
/// is in breach, and lets the actions out through the gate.
///
/// Whatever a call brings about is written to the journal before it returns. If the journal fails, the call
/// does, too; what happened is kept, and written with the next call that is made.
///
/// What accrues with time moves when [time][#time] is told, and marks between two tellings are valued at the
/// earlier one.
///
/// Not for use by several threads at once.
public final class LiveBook {

    private final BookFacts facts;
    private final Gate gate;
    private final Journal journal;
    private final List<Change> unwritten = new ArrayList<>();
    private final Episodes episodes = new Episodes(unwritten::add);
    private final Roll roll = new Roll();
    private final Map<String, Mark> marks = new TreeMap<>();
    private final Map<String, String> undecidable = new TreeMap<>();
    private final Set<String> due = new TreeSet<>();
    private final BookMonitor monitor = new BookMonitor(new Watching(), this::crossed);
    private BookRules rules;
    private Instant time;
    private Instant now;

    /// @param facts asked for an account when it is said to have changed
    /// @param time the moment that decisions are about until another is told
    public LiveBook(BookFacts facts, BookRules rules, Gate gate, Journal journal, Instant time) {
        this.facts = facts;
        this.rules = rules;
        this.gate = gate;
        this.journal = journal;
        this.time = time;
        this.now = time;
    }

    /// Takes over what was known before a start, before anything else is told.
    ///
    /// @param before episodes that are open, and of those that have ended the last one of each threshold
    /// @param actions as [Episodes] wants them
    public void recall(Collection<Episode> before, Collection<LiveAction> actions) {
        before.forEach(episodes::recall);
        actions.forEach(episodes::recall);
    }

    /// An account is new, has changed or was removed.
    public void changed(String account, Instant at) {
        now = at;
        look(account);
        settle();
    }

    /// Marks of a moment, which count together.
    public void take(Collection<Mark> moment, Instant at) {
        now = at;
        boolean isAnyNew = false;
        for (Mark mark : moment) {
            isAnyNew |= marks.put(mark.id(), mark) == null;
        }
        monitor.take(moment);
        if (isAnyNew) {
            List.copyOf(undecidable.keySet()).forEach(this::look);
        }
        settle();
    }

    /// Another version decides from now on: all thresholds are drawn anew.
    public void rules(BookRules next, Instant at) {
        now = at;
        rules = next;
        everybody().forEach(this::look);
        settle();
    }

    /// Time has gone by.
    public void time(Instant at) {
        now = at;
        time = at;
        due.addAll(episodes.expire(at));
        due.addAll(episodes.overdue());
        roll.accruing().forEach(this::look);
        List.copyOf(undecidable.keySet()).forEach(this::look);
        due.addAll(episodes.withheld());
        settle();
    }

    /// Takes back what has gone out, as far as nobody has taken it on and the gate wants it back.
    public void takeBack(Instant at) {
        now = at;
        Map<String, Optional<Decision>> decisions = new HashMap<>();
        for (LiveAction action : episodes.untaken()) {
            Optional<Decision> decision = decisions.computeIfAbsent(action.account(), this::decision);
            List<HoldReason> reasons = gate.takesBack(action, decision);
            if (!reasons.isEmpty()) {
                episodes.takeBack(action, reasons, at);
            }
        }
        settle();
    }

    private Optional<Decision> decision(String account) {
        try {
            Optional<WatchedAccount> watched = roll.number(account).map(roll::get);
            return watched.isEmpty() ? Optional.empty() : Optional.of(rules.decide(snapshot(watched.get())));
        } catch (UndecidableAccountException | RuntimeException e) {
            // Whoever decides without knowing more decides to be on the safe side.
            return Optional.empty();
        }
    }

    /// What an order-management system says of an action that it was told of.
    ///
    /// @return the action then; as it is, if that was said before; empty if it is not known any more
    /// @throws IllegalArgumentException if it can't say so of an action in this state
    public Optional<LiveAction> report(String account, String action, ActionState to, Instant at) {
        now = at;
        Optional<LiveAction> reported = episodes.action(account, action)
                .map(present -> present.state() == to ? present : episodes.report(present, to, at));
        // It may be done by facts that are out of date by now.
        due.add(account);
        settle();
        return reported;
    }

    /// The accounts that can't be decided about, each with the reason. What happens to them goes unnoticed
    /// until that is mended.
    public Map<String, String> undecidable() {
        return Map.copyOf(undecidable);
    }

    /// The overdue calls of all accounts that have some, as [signals][io.plimsoll.monitor.episode.OverdueCalls].
    public Map<String, List<Signal>> overdue() {
        return episodes.overdue().stream()
                .collect(Collectors.toMap(Function.identity(), account -> episodes.overdue(account, time)));
    }

    /// How many accounts are watched.
    public int size() {
        return roll.size();
    }

    private Set<String> everybody() {
        Set<String> everybody = new TreeSet<>(roll.ids());
        everybody.addAll(undecidable.keySet());
        return everybody;
    }

    private void look(String account) {
        Optional<BookAccount> found = facts.find(account);
        if (found.isEmpty()) {
            remove(account);
            return;
        }
        try {
            watch(account, found.get());
        } catch (UndecidableAccountException e) {
            forget(account);
            fail(account, e.reason());
        } catch (RuntimeException e) {
            forget(account);
            fail(account, defect(e));
        }
    }

    private void watch(String account, BookAccount found) throws UndecidableAccountException {
        List<Signal> calls = episodes.overdue(account, time);
        Snapshot snapshot = found.at(time, this::mark).withSignals(calls);
        List<Threshold> thresholds = rules.thresholds(snapshot);
        Collection<ThresholdKey> open = episodes.open(account);
        int number = roll.number(account).orElseGet(() -> {
            int added = monitor.add();
            monitor.recall(added, open);
            return added;
        });
        roll.put(number, WatchedAccount.of(account, found, snapshot, thresholds, calls));
        episodes.keepOnly(account, thresholds.stream().map(Threshold::key).collect(Collectors.toSet()), now);
        monitor.changed(number);
        due.add(account);
    }

    private void remove(String account) {
        forget(account);
        undecidable.remove(account);
        episodes.keepOnly(account, Set.of(), now);
    }

    private void forget(String account) {
        due.remove(account);
        roll.remove(account).ifPresent(monitor::forget);
    }

    private void crossed(Crossing crossing) {
        String account = roll.get(crossing.account()).id();
        switch (crossing.move()) {
            case BEGUN -> episodes.open(account, crossing.threshold(), crossing.reading(), now);
            case OVER -> episodes.close(account, crossing.threshold().key(), now);
            case EASED, RENEWED -> {}
        }
        due.add(account);
    }

    /// Has the rules decide about whoever is in breach, in the order of their identifiers, and writes it down.
    private void settle() {
        for (String account : List.copyOf(due)) {
            follow(account);
            roll.number(account).map(roll::get).ifPresent(this::decide);
            due.remove(account);
        }
        write();
    }

    /// Draws the thresholds anew if calls have become overdue, or are so no more. That can only end episodes with
    /// overdue calls, so it comes to an end.
    private void follow(String account) {
        while (roll.number(account)
                .map(roll::get)
                .filter(watched -> !watched.calls().equals(episodes.overdue(account, time)))
                .isPresent()) {
            look(account);
        }
    }

    private Snapshot snapshot(WatchedAccount watched) throws UndecidableAccountException {
        return watched.facts().at(time, this::mark).withSignals(watched.calls());
    }

    private void decide(WatchedAccount watched) {
        String account = watched.id();
        try {
            if (!episodes.open(account).isEmpty()) {
                Decision decision = rules.decide(snapshot(watched));
                episodes.decided(account, decision, watched.facts().revision(), now, gate);
            }
            if (undecidable.remove(account) != null) {
                unwritten.add(new Change.Decidable(account, now));
            }
        } catch (UndecidableAccountException e) {
            fail(account, e.reason());
        } catch (RuntimeException e) {
            fail(account, defect(e));
        }
    }

    /// What is wrong with one account must not keep the others from being watched.
    private static String defect(RuntimeException failure) {
        return "Deciding about it failed, which is a defect: " + failure;
    }

    private void fail(String account, String reason) {
        if (!reason.equals(undecidable.put(account, reason))) {
            unwritten.add(new Change.Undecidable(account, reason, now));
        }
    }

    private void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        Map<String, List<HoldReason>> stopped;
        do {
            List<Change> changes = List.copyOf(unwritten);
            stopped = gate.emit(goingOut(changes), () -> journal.write(changes));
            stopped.forEach(this::withhold);
        } while (!stopped.isEmpty());
        unwritten.clear();
    }

    private static List<Proposed> goingOut(List<Change> changes) {
        return changes.stream()
                .filter(Proposed.class::isInstance)
                .map(Proposed.class::cast)
                .filter(proposed -> proposed.action().state() == ActionState.OPEN)
                .toList();
    }

    /// What was let out and is stopped before anybody was told goes out as withheld.
    private void withhold(String action, List<HoldReason> reasons) {
        unwritten.replaceAll(change -> change instanceof Proposed proposed
                        && proposed.action().id().equals(action)
                        && proposed.action().state() == ActionState.OPEN
                ? new Proposed(episodes.withhold(proposed.action(), reasons), proposed.content(), proposed.decision())
                : change);
    }

    private Optional<Mark> mark(String id) {
        return Optional.ofNullable(marks.get(id));
    }

    /// What the monitor asks.
    private final class Watching implements Accounts {

        @Override
        public Snapshot snapshot(int account) {
            try {
                return LiveBook.this.snapshot(roll.get(account));
            } catch (UndecidableAccountException e) {
                throw new IllegalStateException("Nothing is taken away from an account that is watched.", e);
            }
        }

        @Override
        public List<Threshold> thresholds(int account) {
            return roll.get(account).thresholds();
        }
    }
}
