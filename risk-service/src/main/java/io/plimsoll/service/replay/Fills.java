package io.plimsoll.service.replay;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What is left of an account when liquidation orders are filled at their marks, without fees.
final class Fills {

    private Fills() {}

    /// The account after the orders.
    static Account apply(Snapshot snapshot, List<Trade> orders) {
        Account account = snapshot.account();
        List<Position> positions = new ArrayList<>();
        BigDecimal cash = BigDecimal.ZERO;
        for (Position position : account.positions()) {
            BigDecimal traded = traded(position, orders);
            BigDecimal left = position.quantity().add(traded);
            BigDecimal realised = realised(snapshot, position, traded.negate());
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

    private static BigDecimal traded(Position position, List<Trade> orders) {
        BigDecimal traded = BigDecimal.ZERO;
        for (Trade order : orders) {
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
