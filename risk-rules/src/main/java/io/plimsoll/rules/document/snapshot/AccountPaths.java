package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Holding;
import java.util.List;
import java.util.function.Predicate;

/// Finds the entries of an account in its document. The account has them in canonical order, the document in
/// any.
///
/// @param document as written
/// @param account made of it
record AccountPaths(AccountDocument document, Account account) {

    /// The path in the document of a path in the model: `account/positions/0/…` with the document's own index.
    String toDocument(String path) {
        String[] segments = path.split("/", 4);
        if (segments.length < 3 || !segments[0].equals("account")) {
            return path;
        }
        int entry = Integer.parseInt(segments[2]);
        int index = switch (segments[1]) {
            case "balances" -> indexOfBalance(account.balances().get(entry).asset());
            case "positions" -> indexOfPosition(account.positions().get(entry).instrument());
            case "orders" -> indexOfOrder(account.orders().get(entry).id());
            case "targets" -> indexOfTarget(account.targets().get(entry).holding());
            default -> entry;
        };
        segments[2] = Integer.toString(index);
        return String.join("/", segments);
    }

    private int indexOfBalance(String asset) {
        return index(document.balances(), balance -> balance.asset().equals(asset));
    }

    private int indexOfPosition(String instrument) {
        return index(document.positions(), position -> position.instrument().equals(instrument));
    }

    private int indexOfOrder(String id) {
        return index(document.orders(), order -> order.id().equals(id));
    }

    private int indexOfTarget(Holding holding) {
        return index(document.targets(), target -> switch (holding.type()) {
            case ASSET -> holding.id().equals(target.asset());
            case INSTRUMENT -> holding.id().equals(target.instrument());
        });
    }

    private static <E> int index(List<E> entries, Predicate<E> isWanted) {
        for (int i = 0; i < entries.size(); i++) {
            if (isWanted.test(entries.get(i))) {
                return i;
            }
        }
        throw new IllegalStateException("Every entry of an account stands in its document.");
    }
}
