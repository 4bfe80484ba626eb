package io.plimsoll.rules.scenario;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Copies of a snapshot with one thing changed, so that its account comes to stand elsewhere.
final class StandingAccount {

    private StandingAccount() {}

    /// With more of the account's currency, or less.
    static Snapshot withCash(Snapshot snapshot, BigDecimal more) {
        Account account = snapshot.account();
        List<Balance> balances = new ArrayList<>(account.balances());
        BigDecimal owned = balances.stream()
                .filter(balance -> balance.asset().equals(account.currency()))
                .map(Balance::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        InterestTerms interest = balances.stream()
                .filter(balance -> balance.asset().equals(account.currency()))
                .map(Balance::interest)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        balances.removeIf(balance -> balance.asset().equals(account.currency()));
        balances.add(new Balance(account.currency(), owned.add(more), interest));
        return with(snapshot, balances, account.positions(), snapshot.marks());
    }

    /// With more margin set aside for an isolated position, or less.
    static Snapshot withOwnMargin(Snapshot snapshot, String instrument, BigDecimal more) {
        return withPosition(
                snapshot,
                instrument,
                position -> position.withMargin(
                        position.ownMargin().orElse(BigDecimal.ZERO).add(more)));
    }

    /// With another quantity of an instrument.
    static Snapshot withQuantity(Snapshot snapshot, String instrument, BigDecimal quantity) {
        return withPosition(snapshot, instrument, position -> position.withQuantity(quantity));
    }

    private static Snapshot withPosition(Snapshot snapshot, String instrument, UnaryOperator<Position> change) {
        return with(
                snapshot,
                snapshot.account().balances(),
                snapshot.account().positions().stream()
                        .map(position -> position.instrument().equals(instrument) ? change.apply(position) : position)
                        .toList(),
                snapshot.marks());
    }

    /// With another mark of an instrument.
    static Snapshot withPrice(Snapshot snapshot, String instrument, BigDecimal price) {
        List<Mark> marks = snapshot.marks().stream()
                .map(mark ->
                        mark.id().equals(instrument) ? new Mark(mark.id(), price, mark.time(), mark.source()) : mark)
                .toList();
        return with(snapshot, snapshot.account().balances(), snapshot.account().positions(), marks);
    }

    /// With a whole multiple of everything that the account has.
    static Snapshot times(Snapshot snapshot, BigDecimal times) {
        List<Position> positions = snapshot.account().positions().stream()
                .map(position -> {
                    Position more = position.withQuantity(position.quantity().multiply(times));
                    return position.ownMargin()
                            .map(margin -> more.withMargin(margin.multiply(times)))
                            .orElse(more);
                })
                .toList();
        List<Balance> balances = snapshot.account().balances().stream()
                .map(balance -> new Balance(balance.asset(), balance.quantity().multiply(times), balance.interest()))
                .toList();
        return with(snapshot, balances, positions, snapshot.marks());
    }

    private static Snapshot with(
            Snapshot snapshot, List<Balance> balances, List<Position> positions, List<Mark> marks) {
        return snapshot.with(snapshot.account().with(balances, positions)).withMarks(marks);
    }
}
