package io.plimsoll.service.replay;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.ClosingOrder;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What is left of an account when liquidation orders are filled at their marks and their fees are paid.
final class Fills {

    private Fills() {}

    /// The account after the orders.
    ///
    /// @param orders of positions that share the balances, or of one that has margin of its own
    /// @param insurance what is paid to the insurance fund on top
    static Account apply(Snapshot snapshot, List<ClosingOrder> orders, BigDecimal insurance) {
        Account account = snapshot.account();
        List<Position> positions = new ArrayList<>();
        BigDecimal cash = BigDecimal.ZERO;
        BigDecimal unpaid = insurance;
        for (Position position : account.positions()) {
            BigDecimal traded = traded(position, orders);
            BigDecimal left = position.quantity().add(traded);
            BigDecimal realised = realised(snapshot, position, traded.negate()).subtract(fees(position, orders));
            if (traded.signum() != 0) {
                realised = realised.subtract(unpaid);
                unpaid = BigDecimal.ZERO;
            }
            if (left.signum() != 0) {
                positions.add(reduced(position, left, realised));
                cash = cash.add(position.isIsolated() ? BigDecimal.ZERO : realised);
            } else {
                cash = cash.add(released(position, realised));
            }
        }
        return account.with(balances(snapshot, cash), positions);
    }

    /// What closing this much gives, in the account's currency, rounded against the account where it does not
    /// end: what it is worth if it was paid for, and what it has gained if not.
    private static BigDecimal realised(Snapshot snapshot, Position position, BigDecimal closed) {
        Instrument instrument = snapshot.instrument(position.instrument());
        BigDecimal mark = snapshot.mark(position.instrument()).price();
        Ratio gives = instrument.type().isPaidFor()
                ? instrument.value(closed, mark)
                : instrument.gain(closed, position.entryPrice(), mark);
        return gives.rounded(Decimals.SHOWN_SCALE, RoundingMode.FLOOR);
    }

    private static Position reduced(Position position, BigDecimal left, BigDecimal realised) {
        Position rest = position.withQuantity(left);
        return position.ownMargin()
                .map(margin -> rest.withMargin(margin.add(realised)))
                .orElse(rest);
    }

    /// What a closed position gives back: its profit or loss, and what is left of margin of its own, never a
    /// debt.
    private static BigDecimal released(Position position, BigDecimal realised) {
        return position.ownMargin()
                .map(margin -> margin.add(realised).max(BigDecimal.ZERO))
                .orElse(realised);
    }

    private static BigDecimal fees(Position position, List<ClosingOrder> orders) {
        return orders.stream()
                .filter(order -> order.trade().holding().id().equals(position.instrument()))
                .map(ClosingOrder::fee)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal traded(Position position, List<ClosingOrder> orders) {
        BigDecimal traded = BigDecimal.ZERO;
        for (ClosingOrder closing : orders) {
            Trade order = closing.trade();
            if (order.holding().id().equals(position.instrument())) {
                traded = traded.add(
                        order.side() == Side.BUY
                                ? order.quantity()
                                : order.quantity().negate());
            }
        }
        return traded;
    }

    private static List<Balance> balances(Snapshot snapshot, BigDecimal cash) {
        Account account = snapshot.account();
        List<Balance> balances = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        InterestTerms interest = null;
        for (Balance balance : account.balances()) {
            if (balance.asset().equals(account.currency())) {
                before = snapshot.accrued(balance).rounded(Decimals.SHOWN_SCALE, RoundingMode.FLOOR);
                interest = balance.accrual()
                        .map(terms -> new InterestTerms(terms.yearlyRate(), snapshot.asOf()))
                        .orElse(null);
            } else {
                balances.add(balance);
            }
        }
        balances.add(new Balance(account.currency(), before.add(cash), interest));
        return balances;
    }
}
