package io.plimsoll.service.book.account;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Position;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.rules.document.snapshot.FactWriter;
import io.plimsoll.service.book.store.BookRows;
import io.plimsoll.service.book.store.BookSteps;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.ListedDocument;
import io.plimsoll.service.book.store.StoredDocument;
import io.plimsoll.service.book.store.Written;
import io.plimsoll.service.keyed.Keeper;
import io.plimsoll.service.keyed.Precondition;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/// The accounts of the book. What is written here is committed when the method returns.
@Singleton
final class Accounts {

    private final Store store;

    Accounts(Store store) {
        this.store = store;
    }

    /// An account as it is kept.
    ///
    /// @throws ProblemException if there is none
    StoredDocument read(String id) {
        return store.read(sql -> BookSteps.find(sql, BookTable.ACCOUNT, id));
    }

    /// Accounts by identifier.
    ///
    /// @param after only those of greater identifiers
    /// @param limit the most
    List<ListedDocument> list(String after, int limit) {
        return store.read(sql -> BookRows.list(sql, BookTable.ACCOUNT, after, limit));
    }

    /// Puts an account in its place.
    ///
    /// @throws ProblemException if what is there is not what the condition says
    Written put(Account account, Precondition condition, String by, Keeper keeper) {
        return kept(
                keeper,
                sql -> BookSteps.put(
                        sql, BookTable.ACCOUNT, account.id(), condition, by, Instant.now(), text(account)));
    }

    /// Removes an account that was read.
    ///
    /// @param read its revision then
    /// @throws ProblemException if it is not there, or has changed since
    Written remove(String id, long read, Keeper keeper) {
        return kept(keeper, sql -> {
            BookSteps.hold(sql, BookTable.ACCOUNT, id, read);
            BookSteps.remove(sql, BookTable.ACCOUNT, id);
            return new Written(id, read, false);
        });
    }

    /// Puts a position of an account that was read in its place, or adds it.
    ///
    /// @param read the account's revision then
    /// @throws ProblemException if the account is not there, or has changed since
    /// @throws io.plimsoll.model.fact.InvalidFactException if the account can't have such a position
    Written putPosition(String id, Position position, long read, String by, Keeper keeper) {
        return change(id, read, by, keeper, positions -> {
            List<Position> others = without(positions, position.instrument());
            others.add(position);
            return others;
        });
    }

    /// Removes a position of an account that was read.
    ///
    /// @param read the account's revision then
    /// @throws ProblemException if the account or its position is not there, or the account has changed since
    Written removePosition(String id, String instrument, long read, String by, Keeper keeper) {
        return change(id, read, by, keeper, positions -> {
            List<Position> others = without(positions, instrument);
            if (others.size() == positions.size()) {
                throw new ProblemException(
                        ProblemType.NOT_FOUND,
                        "The account (%s) has no position in (%s). Maybe it was closed before."
                                .formatted(id, instrument));
            }
            return others;
        });
    }

    /// Puts accounts in their places, whatever was there. They share a transaction.
    ///
    /// @param accounts each identifier once
    /// @return their revisions, by identifier
    Map<String, Long> load(List<Account> accounts, String by) {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        accounts.forEach(account -> documents.put(account.id(), text(account)));
        return store.write(sql -> BookRows.load(sql, BookTable.ACCOUNT, by, Instant.now(), documents));
    }

    private Written change(String id, long read, String by, Keeper keeper, UnaryOperator<List<Position>> edit) {
        return kept(keeper, sql -> {
            StoredDocument held = BookSteps.hold(sql, BookTable.ACCOUNT, id, read);
            Account account = FactReader.account(held.document().bytes());
            Account changed = account.with(account.balances(), edit.apply(account.positions()));
            return BookSteps.replace(sql, BookTable.ACCOUNT, id, by, Instant.now(), text(changed));
        });
    }

    private Written kept(Keeper keeper, Step step) {
        return store.write(sql -> {
            Written written = step.take(sql);
            keeper.keep(sql, written);
            return written;
        });
    }

    private static List<Position> without(List<Position> positions, String instrument) {
        return new ArrayList<>(positions.stream()
                .filter(position -> !position.instrument().equals(instrument))
                .toList());
    }

    private static byte[] text(Account account) {
        return JsonWriter.write(FactWriter.document(account));
    }

    /// A write within a transaction.
    @FunctionalInterface
    private interface Step {
        Written take(Handle transaction);
    }
}
