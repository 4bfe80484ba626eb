package io.plimsoll.service.book.risk;

import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.service.book.market.Market;
import io.plimsoll.service.book.store.BookRows;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.StoredDocument;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Reads all accounts of the book as they are at one moment, in parts, so that a book of any size takes the room
/// of one.
@Singleton
public final class WholeBook {

    private static final int PART = 500;

    private final Store store;
    private final Market market;
    private final AccountSignals accounts;

    WholeBook(Store store, Market market, AccountSignals accounts) {
        this.store = store;
        this.market = market;
        this.accounts = accounts;
    }

    /// What is done with the book.
    @FunctionalInterface
    public interface Reading<T> {

        /// Reads the book.
        ///
        /// @param moment what all accounts depend on
        /// @param accounts all of them, part by part
        T read(BookMoment moment, Parts accounts);
    }

    /// The accounts, in the order of their identifiers. For use by one thread, within the reading.
    public static final class Parts {

        private final Handle sql;
        private String after = "";

        private Parts(Handle sql) {
            this.sql = sql;
        }

        /// The next accounts; none at the end.
        public List<StoredDocument> next() {
            List<StoredDocument> part = BookRows.part(sql, BookTable.ACCOUNT, after, PART);
            after = part.isEmpty() ? after : part.getLast().id();
            return part;
        }
    }

    /// Reads the book. Accounts and what they refer to are those that were committed when this began, marks and
    /// signals those that were held.
    ///
    /// @throws io.plimsoll.service.problem.ProblemException if the database can't be reached
    public <T> T read(Reading<T> reading) {
        return store.moment(sql -> {
            BookMoment moment = new BookMoment(
                    all(sql, BookTable.INSTRUMENT, FactReader::instrument),
                    all(sql, BookTable.COLLATERAL, FactReader::collateral),
                    all(sql, BookTable.CATEGORY, FactReader::category),
                    market.allMarks(),
                    market.allSignals(),
                    accounts.all());
            return reading.read(moment, new Parts(sql));
        });
    }

    private static <F> Map<String, F> all(Handle sql, BookTable table, Function<byte[], F> reader) {
        Map<String, F> all = new HashMap<>();
        List<StoredDocument> part = BookRows.part(sql, table, "", PART);
        while (!part.isEmpty()) {
            part.forEach(each -> all.put(each.id(), reader.apply(each.document().bytes())));
            part = BookRows.part(sql, table, part.getLast().id(), PART);
        }
        return all;
    }
}
