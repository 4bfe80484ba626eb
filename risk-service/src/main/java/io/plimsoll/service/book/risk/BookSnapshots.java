package io.plimsoll.service.book.risk;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.service.book.market.Market;
import io.plimsoll.service.book.store.BookRows;
import io.plimsoll.service.book.store.BookSteps;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.StoredDocument;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Makes snapshots of what the book has.
@Singleton
public final class BookSnapshots {

    private final Store store;
    private final Market market;
    private final AccountSignals accounts;

    BookSnapshots(Store store, Market market, AccountSignals accounts) {
        this.store = store;
        this.market = market;
        this.accounts = accounts;
    }

    /// An account with everything that it depends on.
    ///
    /// @throws io.plimsoll.service.problem.ProblemException if there is no such account, or the book lacks
    ///     something that it depends on
    public Snapshot of(String id) {
        return of(id, Map.of());
    }

    /// The same with more instruments and their marks.
    ///
    /// @param more where each is asked for, by identifier
    /// @throws io.plimsoll.service.problem.ProblemException if there is no such account, or the book lacks
    ///     something that is wanted
    public Snapshot of(String id, Map<String, String> more) {
        return store.read(sql -> {
            StoredDocument stored = BookSteps.find(sql, BookTable.ACCOUNT, id);
            Account account = FactReader.account(stored.document().bytes());
            Dependencies wanted = Dependencies.of(account).with(more);
            BookSnapshot parts = new BookSnapshot(
                    account,
                    stored.changedAt(),
                    wanted,
                    facts(sql, BookTable.INSTRUMENT, wanted.instruments().keySet(), FactReader::instrument),
                    facts(sql, BookTable.COLLATERAL, wanted.assets().keySet(), FactReader::collateral),
                    facts(sql, BookTable.CATEGORY, categories(account), FactReader::category));
            return parts.with(market::mark, market.allSignals()).withSignals(accounts.of(id));
        });
    }

    private static Collection<String> categories(Account account) {
        String chosen = account.category();
        return chosen == null ? Set.of() : Set.of(chosen);
    }

    private static <F> List<F> facts(Handle sql, BookTable table, Collection<String> ids, Function<byte[], F> reader) {
        return BookRows.findAll(sql, table, ids).stream()
                .map(each -> reader.apply(each.document().bytes()))
                .toList();
    }
}
