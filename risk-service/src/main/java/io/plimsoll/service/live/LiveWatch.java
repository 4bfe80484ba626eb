package io.plimsoll.service.live;

import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.LiveAction;
import io.plimsoll.monitor.live.LiveBook;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.book.market.Market;
import io.plimsoll.service.book.store.BookRows;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.ListedDocument;
import io.plimsoll.service.book.store.StoredDocument;
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
import java.util.function.Consumer;

/// The live book with its surroundings, from one start to the next: everything is read anew then.
///
/// Not for use by several threads at once.
final class LiveWatch implements AutoCloseable {

    private static final int PAGE = 1_000;

    private final Store store;
    private final Market market;
    private final LiveRules rules;
    private final LiveJournal journal;
    private final GuardGate gate;
    private final HeldBook held;
    private final LiveBook book;
    private LiveRuleSet.Lease lease;

    /// Reads everything and looks at every account.
    ///
    /// @param written run after something became of an action
    /// @throws io.plimsoll.service.problem.ProblemException if the database can't be reached, or no version is
    ///     live
    LiveWatch(Store store, Market market, LiveRules rules, DecisionLog record, Runnable written) {
        this.store = store;
        this.market = market;
        this.rules = rules;
        this.gate = new GuardGate(store.read(GuardRows::find).orElse(null), now());
        this.journal = new LiveJournal(store, record, gate::state, written);
        this.held = new HeldBook(market::allSignals);
        this.lease = rules.lease();
        boolean isReady = false;
        try {
            journal.decidesBy(lease.version());
            Instant now = now();
            this.book = new LiveBook(held, new VersionRules(lease.version()), gate, journal, now);
            store.<Void>read(sql -> {
                book.recall(EpisodeRows.recall(sql), ActionRows.recall(sql));
                return null;
            });
            book.take(market.allMarks().values(), now);
            load();
            isReady = true;
        } finally {
            if (!isReady) {
                lease.close();
            }
        }
    }

    private void load() {
        store.write(transaction -> {
            BookChanges.forget(transaction);
            return true;
        });
        for (BookTable table : List.of(BookTable.INSTRUMENT, BookTable.COLLATERAL, BookTable.CATEGORY)) {
            each(table, document -> held.put(table, document.id(), document));
        }
        each(BookTable.ACCOUNT, document -> held.put(BookTable.ACCOUNT, document.id(), document));
        Set<String> everybody = new TreeSet<>(held.accounts());
        // Those that are there no more, with what they left open.
        store.<Void>read(sql -> {
            EpisodeRows.recall(sql).forEach(episode -> everybody.add(episode.account()));
            return null;
        });
        everybody.forEach(account -> book.changed(account, now()));
    }

    private void each(BookTable table, Consumer<StoredDocument> reader) {
        String after = "";
        List<StoredDocument> page;
        do {
            String from = after;
            page = store.read(sql -> BookRows.findAll(
                    sql,
                    table,
                    BookRows.list(sql, table, from, PAGE).stream()
                            .map(ListedDocument::id)
                            .toList()));
            page.forEach(reader);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (!page.isEmpty());
    }

    /// Takes the marks that count of what has newer ones.
    void marks(Collection<String> ids) {
        Instant now = now();
        ids.forEach(id -> gate.see(market.marksOf(id), now));
        List<Mark> moment = ids.stream().flatMap(id -> market.mark(id).stream()).toList();
        book.take(moment, now);
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
            book.rules(new VersionRules(present.version()), now());
            before.close();
        }
    }

    /// Time goes by.
    void tick() {
        book.time(now());
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
        lease.close();
    }
}
