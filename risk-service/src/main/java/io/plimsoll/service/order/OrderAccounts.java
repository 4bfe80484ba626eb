package io.plimsoll.service.order;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.order.OrderCheckDocument;
import io.plimsoll.rules.document.order.OrderReader;
import io.plimsoll.service.book.risk.BookSnapshots;
import jakarta.inject.Singleton;
import java.util.Map;

/// Where the account of a question is taken from. The one place that knows.
@Singleton
final class OrderAccounts {

    private final BookSnapshots book;

    OrderAccounts(BookSnapshots book) {
        this.book = book;
    }

    /// The account that a question is about, with what its order trades.
    ///
    /// @throws io.plimsoll.rules.document.json.InvalidDocumentException with everything that is wrong with it
    /// @throws io.plimsoll.service.problem.ProblemException if there is no such account in the book, or the
    ///     book lacks something that it or the order depends on
    Snapshot snapshot(OrderCheckDocument question) {
        String account = question.account();
        return account == null
                ? OrderReader.given(question)
                : book.of(account, Map.of(question.order().instrument(), "/order/instrument"));
    }
}
