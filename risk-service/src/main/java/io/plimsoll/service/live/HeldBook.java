package io.plimsoll.service.live;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.monitor.live.BookAccount;
import io.plimsoll.monitor.live.BookFacts;
import io.plimsoll.monitor.live.UndecidableAccountException;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.service.book.risk.BookSnapshot;
import io.plimsoll.service.book.risk.Dependencies;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.StoredDocument;
import io.plimsoll.service.problem.ProblemException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The book as it was when its changes were looked at last, in memory.
///
/// Not for use by several threads at once.
final class HeldBook implements BookFacts {

    private static final Logger LOG = Logger.getLogger(HeldBook.class);
    private final Supplier<List<Signal>> signals;
    private final Map<String, HeldAccount> accounts = new HashMap<>();
    private final Map<String, Unreadable> unreadable = new HashMap<>();
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, CollateralAsset> collateral = new HashMap<>();
    private final Map<String, CollateralCategory> categories = new HashMap<>();

    HeldBook(Supplier<List<Signal>> signals) {
        this.signals = signals;
    }

    /// An account as it is kept.
    private record HeldAccount(Account account, long revision, Instant changedAt) {}

    /// An account whose document this release does not accept.
    private record Unreadable(long revision, String reason) implements BookAccount {

        @Override
        public Snapshot at(Instant asOf, Function<String, Optional<Mark>> marks) throws UndecidableAccountException {
            throw new UndecidableAccountException(reason);
        }
    }

    /// An account with what it refers to.
    private record Facts(BookSnapshot snapshot, long revision, List<Signal> signals) implements BookAccount {

        @Override
        public Snapshot at(Instant asOf, Function<String, Optional<Mark>> marks) throws UndecidableAccountException {
            try {
                return snapshot.at(asOf, marks, signals);
            } catch (ProblemException e) {
                throw new UndecidableAccountException(String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public Optional<BookAccount> find(String id) {
        HeldAccount held = accounts.get(id);
        if (held == null) {
            return Optional.ofNullable(unreadable.get(id));
        }
        BookSnapshot snapshot = BookSnapshot.of(held.account(), held.changedAt(), instruments, collateral, categories);
        return Optional.of(new Facts(snapshot, held.revision(), signals.get()));
    }

    /// All accounts, in order.
    Collection<String> accounts() {
        Collection<String> all = new TreeSet<>(accounts.keySet());
        all.addAll(unreadable.keySet());
        return all;
    }

    /// Takes a document as it is now.
    ///
    /// @param document null if it is not there any more
    /// @return the accounts that this may matter to
    Collection<String> put(BookTable table, String id, @Nullable StoredDocument document) {
        return switch (table) {
            case ACCOUNT -> {
                putAccount(id, document);
                yield List.of(id);
            }
            case INSTRUMENT -> {
                put(instruments, id, document, FactReader::instrument);
                yield those(account -> Dependencies.of(account).instruments().containsKey(id));
            }
            case COLLATERAL -> {
                put(collateral, id, document, FactReader::collateral);
                yield those(account -> Dependencies.of(account).assets().containsKey(id));
            }
            case CATEGORY -> {
                put(categories, id, document, FactReader::category);
                yield those(account -> id.equals(account.category()));
            }
        };
    }

    private void putAccount(String id, @Nullable StoredDocument document) {
        accounts.remove(id);
        unreadable.remove(id);
        if (document != null) {
            try {
                Account account = FactReader.account(document.document().bytes());
                accounts.put(id, new HeldAccount(account, document.revision(), document.changedAt()));
            } catch (InvalidDocumentException e) {
                String reason = "It was written by another release: %s".formatted(e.getMessage());
                unreadable.put(id, new Unreadable(document.revision(), reason));
            }
        }
    }

    private static <F> void put(
            Map<String, F> facts, String id, @Nullable StoredDocument document, Function<byte[], F> reader) {
        facts.remove(id);
        if (document != null) {
            try {
                facts.put(id, reader.apply(document.document().bytes()));
            } catch (InvalidDocumentException e) {
                // Who refers to it can't be decided about, and is named.
                LOG.warnf("%s was written by another release and is not known: %s", id, e.getMessage());
            }
        }
    }

    private Collection<String> those(Function<Account, Boolean> which) {
        Collection<String> found = new TreeSet<>();
        accounts.forEach((id, held) -> {
            if (which.apply(held.account())) {
                found.add(id);
            }
        });
        return found;
    }
}
