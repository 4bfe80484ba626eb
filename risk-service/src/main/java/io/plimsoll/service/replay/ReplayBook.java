package io.plimsoll.service.replay;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.rules.document.snapshot.AccountDocument;
import io.plimsoll.rules.document.snapshot.MarkDocument;
import io.plimsoll.rules.document.snapshot.SnapshotDocument;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Accounts that all depend on one moving price.
///
/// @param marks the instruments and assets whose mark it is; at least one
/// @param tick the smallest step of the mark, above 0
/// @param accounts as they are before the first candle, at its opening price
record ReplayBook(List<String> marks, BigDecimal tick, List<Snapshot> accounts) {

    private static final String SOURCE = "candles";

    /// Reads a book.
    ///
    /// @param json as described by [BookDocument]
    /// @param first the candle whose opening price the accounts start at
    /// @throws InvalidDocumentException with everything that is wrong with the book
    static ReplayBook read(byte[] json, Candle first) {
        BookDocument document = JsonDocuments.read(json, BookDocument.class);
        if (document.tick().signum() <= 0) {
            throw new InvalidDocumentException(
                    new DocumentProblem("/tick", "The tick (%s) must be above 0.".formatted(document.tick()), ""));
        }
        List<Snapshot> accounts = new ArrayList<>();
        List<DocumentProblem> problems = new ArrayList<>();
        for (int i = 0; i < document.accounts().size(); i++) {
            try {
                accounts.add(SnapshotReader.snapshot(
                        snapshot(document, document.accounts().get(i), first)));
            } catch (InvalidDocumentException e) {
                problems.addAll(inAccount(i, e.problems()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(problems);
        }
        List<String> marks =
                document.marks().stream().map(BookDocument.MovingMark::id).toList();
        return new ReplayBook(marks, document.tick(), accounts);
    }

    /// The same account at another moment and mark.
    Snapshot at(Snapshot snapshot, Instant time, BigDecimal price) {
        return new Snapshot(
                time,
                snapshot.account(),
                snapshot.instruments(),
                snapshot.collateral(),
                marks.stream().map(id -> new Mark(id, price, time, SOURCE)).toList(),
                snapshot.signals(),
                snapshot.categories());
    }

    /// The same moment with another state of the account.
    Snapshot with(Snapshot snapshot, Account account) {
        return snapshot.with(account);
    }

    private static SnapshotDocument snapshot(BookDocument book, AccountDocument account, Candle first) {
        List<MarkDocument> marks = book.marks().stream()
                .map(mark -> new MarkDocument(mark.id(), first.open(), first.time(), SOURCE))
                .toList();
        return new SnapshotDocument(
                first.time(), account, book.instruments(), book.collateral(), marks, List.of(), List.of());
    }

    private static List<DocumentProblem> inAccount(int index, List<DocumentProblem> problems) {
        return problems.stream()
                .map(problem -> new DocumentProblem(
                        problem.pointer().replaceFirst("^/account", "/accounts/" + index),
                        problem.detail(),
                        problem.remedy()))
                .toList();
    }
}
