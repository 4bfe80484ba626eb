package io.plimsoll.service.live;

import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.Episode;
import io.plimsoll.monitor.episode.LiveAction;
import io.plimsoll.monitor.guard.GuardEvent;
import io.plimsoll.monitor.guard.KillSwitch;
import io.plimsoll.monitor.live.LiveBook;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.book.market.Market;
import io.plimsoll.service.book.market.RefusedMark;
import io.plimsoll.service.book.risk.AccountSignals;
import io.plimsoll.service.book.store.BookRows;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.StoredDocument;
import io.plimsoll.service.guard.GuardEntries;
import io.plimsoll.service.live.BookChanges.Changed;
import io.plimsoll.service.record.DecisionLog;
import io.plimsoll.service.rulesets.LiveRules;
import io.plimsoll.service.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The live book with its surroundings, from one start to the next: everything is read anew then.
///
/// Not for use by several threads at once.
final class LiveWatch implements AutoCloseable {

    private static final int PART = 1_000;

    private final Store store;
    private final Market market;
    private final LiveRules rules;
    private final LiveJournal journal;
    private final GuardGate gate;
    private final HeldBook held;
    private final LiveBook book;
    private final AccountSignals accounts;
    private LiveRuleSet.Lease lease;

    /// Reads everything and looks at every account.
    ///
    /// @param written run after something became of an action
    /// @throws io.plimsoll.service.problem.ProblemException if the database can't be reached, or no version is
    ///     live
    LiveWatch(
            Store store,
            Market market,
            LiveRules rules,
            DecisionLog record,
            KillSwitch killSwitch,
            AccountSignals accounts,
            Runnable written) {
        this.store = store;
        this.market = market;
        this.rules = rules;
        this.accounts = accounts;
        this.held = new HeldBook(market::allSignals);
        this.lease = rules.lease();
        boolean isReady = false;
        try {
            GuardSettings limits = lease.version().manifest().actionGuards();
            this.gate = new GuardGate(limits, store.read(GuardRows::find).orElse(null), killSwitch, now());
            this.journal = new LiveJournal(store, record, gate, written);
            journal.decidesBy(lease.version());
            Instant now = now();
            this.book = new LiveBook(held, new VersionRules(lease.version()), gate, journal, now);
            List<Episode> episodes = store.read(EpisodeRows::recall);
            book.recall(episodes, store.read(ActionRows::recall));
            book.take(market.allMarks().values(), now);
            load(episodes);
            book.takeBack(now());
            accounts.replace(book.overdue());
            isReady = true;
        } finally {
            if (!isReady) {
                lease.close();
            }
        }
    }

    private void load(List<Episode> episodes) {
        // What changes from here on is read again.
        store.<Void>write(transaction -> {
            BookChanges.forget(transaction);
            return null;
        });
        for (BookTable table : BookTable.values()) {
            load(table);
        }
        Set<String> everybody = new TreeSet<>(held.accounts());
        // Those that are there no more, with what they left open.
        episodes.forEach(episode -> everybody.add(episode.account()));
        everybody.forEach(account -> book.changed(account, now()));
    }

    private void load(BookTable table) {
        List<StoredDocument> part = part(table, "");
        while (!part.isEmpty()) {
            part.forEach(document -> held.put(table, document.id(), document));
            part = part(table, part.getLast().id());
        }
    }

    private List<StoredDocument> part(BookTable table, String after) {
        return store.read(sql -> BookRows.part(sql, table, after, PART));
    }

    /// Takes the marks that count of what has newer ones.
    void marks(Collection<String> ids) {
        Instant now = now();
        ids.forEach(id -> gate.see(market.marksOf(id), now));
        List<Mark> moment = ids.stream().flatMap(id -> market.mark(id).stream()).toList();
        book.take(moment, now);
    }

    /// Takes note of marks that were refused at the door.
    void refused(List<RefusedMark> marks) {
        marks.forEach(mark -> gate.refused(mark, now()));
        journal.writeGuards();
    }

    /// Everything may have changed that rules read.
    void signals() {
        Instant now = now();
        held.accounts().forEach(account -> book.changed(account, now));
    }

    /// Follows what has changed in the book and what decides.
    void follow() {
        List<Changed> changes = store.write(BookChanges::take);
        Set<String> accounts = new TreeSet<>();
        for (Changed change : changes) {
            accounts.addAll(held.put(change.table(), change.id(), change.document()));
        }
        accounts.forEach(account -> book.changed(account, now()));
        LiveRuleSet.Lease present = rules.lease();
        if (present.version().digest().equals(lease.version().digest())) {
            present.close();
        } else {
            LiveRuleSet.Lease before = lease;
            lease = present;
            journal.decidesBy(present.version());
            gate.under(
                    present.version().manifest().actionGuards(),
                    present.version().digest(),
                    now());
            book.rules(new VersionRules(present.version()), now());
            before.close();
        }
    }

    /// Time goes by.
    void tick() {
        book.time(now());
        accounts.replace(book.overdue());
        journal.writeGuards();
    }

    /// Something is stopped, or goes on.
    void killed() {
        book.takeBack(now());
        book.time(now());
    }

    /// What a person does to the guards, kept when this returns.
    ///
    /// @param from network address of the person
    /// @throws io.plimsoll.model.fact.InvalidFactException if they can't
    GuardEvent guard(GuardStep step, String from) {
        GuardEvent event = store.write(transaction -> {
            GuardEvent done = step.take(gate.guards(), now());
            GuardRows.keep(transaction, gate.state());
            GuardEntries.append(transaction, done, Optional.of(from));
            return done;
        });
        // What was withheld may go out now.
        book.time(now());
        return event;
    }

    /// How the guards stand.
    GuardsDocument guards() {
        return GuardsDocument.of(lease.version().digest(), gate.guards(), now());
    }

    /// What an order-management system says of an action.
    Optional<LiveAction> report(String account, String action, ActionState state) {
        return book.report(account, action, state, now());
    }

    /// How many accounts are watched, and why the others are not.
    LiveStatus status() {
        return new LiveStatus(book.size(), lease.version().digest(), Map.copyOf(book.undecidable()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        accounts.replace(Map.of());
        lease.close();
    }
}
