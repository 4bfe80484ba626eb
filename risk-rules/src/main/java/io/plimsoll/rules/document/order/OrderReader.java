package io.plimsoll.rules.document.order;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.order.ProposedOrder;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.rules.document.json.Problems;
import io.plimsoll.rules.document.snapshot.SnapshotDocument;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads questions about orders from their written form, [OrderCheckDocument].
///
/// First the form is checked, then the facts, then what the order refers to; each step reports all that it
/// finds.
public final class OrderReader {

    private static final String ORDER = "/order";
    private static final String PROBE = "account/orders/0";

    private OrderReader() {}

    /// The question that a text stands for.
    ///
    /// @param accounts where the account is taken from; see [#given]
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static OrderQuestion read(byte[] json, Function<OrderCheckDocument, Snapshot> accounts) {
        OrderCheckDocument document = JsonDocuments.read(json, OrderCheckDocument.class);
        requireOneAccount(document);
        List<DocumentProblem> problems = new ArrayList<>();
        @Nullable Snapshot snapshot = attempt(problems, () -> accounts.apply(document));
        @Nullable ProposedOrder order = attempt(problems, () -> order(document.order()));
        if (snapshot == null || order == null) {
            throw new InvalidDocumentException(problems);
        }
        requireReferences(snapshot, order);
        return new OrderQuestion(snapshot, order);
    }

    private static void requireOneAccount(OrderCheckDocument document) {
        if (document.snapshot() == null && document.account() == null) {
            throw problem("/snapshot", "must be there, or account. Maybe name an account of the book by account.");
        }
        if (document.snapshot() != null && document.account() != null) {
            throw problem(
                    "/account",
                    "(%s) must not stand beside snapshot. Maybe leave one of them out.".formatted(document.account()));
        }
    }

    /// The account that stands in the question itself.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it, or if only its name does
    public static Snapshot given(OrderCheckDocument document) {
        SnapshotDocument snapshot = document.snapshot();
        if (snapshot == null) {
            throw problem(
                    "/account",
                    "(%s) can't be looked up here: there is no book. Maybe give its snapshot."
                            .formatted(document.account()));
        }
        try {
            return SnapshotReader.snapshot(snapshot);
        } catch (InvalidDocumentException e) {
            throw new InvalidDocumentException(e.problems().stream()
                    .map(problem ->
                            new DocumentProblem("/snapshot" + problem.pointer(), problem.detail(), problem.remedy()))
                    .toList());
        }
    }

    private static <F> @Nullable F attempt(List<DocumentProblem> problems, Supplier<F> fact) {
        try {
            return fact.get();
        } catch (InvalidDocumentException e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private static ProposedOrder order(ProposedOrderDocument order) {
        try {
            return new ProposedOrder(
                    order.instrument(),
                    order.side(),
                    order.quantity(),
                    order.limitPrice(),
                    Boolean.TRUE.equals(order.reduceOnly()));
        } catch (InvalidFactException e) {
            throw problem(ORDER + "/" + e.field(), e.reason());
        }
    }

    /// Holds the order to what an order that rests is held to: its instrument is there, settles in the
    /// account's currency, and has a mark.
    private static void requireReferences(Snapshot snapshot, ProposedOrder order) {
        Account account = snapshot.account();
        Order resting = new Order(
                "order", order.instrument(), order.side(), order.quantity(), BigDecimal.ONE, order.reduceOnly());
        Account probe = new Account(
                        account.id(),
                        account.segment(),
                        MarginMode.CROSS,
                        account.currency(),
                        List.of(),
                        List.of(),
                        List.of())
                .withOrders(List.of(resting));
        try {
            snapshot.with(probe);
        } catch (InvalidFactException e) {
            throw problem(ORDER + e.field().replace(PROBE, ""), e.reason());
        }
    }

    private static InvalidDocumentException problem(String pointer, String reason) {
        Problems problems = new Problems();
        problems.add(pointer, reason);
        try {
            problems.throwIfAny();
        } catch (InvalidDocumentException e) {
            return e;
        }
        throw new IllegalStateException("A problem that was added is there.");
    }
}
