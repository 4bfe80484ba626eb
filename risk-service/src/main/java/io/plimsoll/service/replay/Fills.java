package io.plimsoll.service.replay;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.action.Side;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
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
            BigDecimal realised = snapshot.instrument(position.instrument())
                    .value(
                            traded.negate(),
                            snapshot.mark(position.instrument()).price().subtract(position.entryPrice()));
            if (left.signum() != 0) {
                positions.add(reduced(position, left, realised));
                cash = cash.add(account.isCross() ? realised : BigDecimal.ZERO);
            } else {
                cash = cash.add(released(account, position, realised));
            }
        }
        return new Account(
                account.id(),
                account.segment(),
                account.marginMode(),
                account.currency(),
                balances(account, cash),
                positions,
                account.targets());
    }

    private static Position reduced(Position position, BigDecimal left, BigDecimal realised) {
        return new Position(
                position.instrument(),
                left,
                position.entryPrice(),
                position.ownMargin().map(realised::add).orElse(null));
    }

    /// What a closed position gives back: its profit or loss, and what is left of margin of its own, never a debt.
    private static BigDecimal released(Account account, Position position, BigDecimal realised) {
        return account.isCross()
                ? realised
                : position.ownMargin().orElseThrow().add(realised).max(BigDecimal.ZERO);
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

    private static List<Balance> balances(Account account, BigDecimal cash) {
        List<Balance> balances = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (Balance balance : account.balances()) {
            if (balance.asset().equals(account.currency())) {
                before = balance.quantity();
            } else {
                balances.add(balance);
            }
        }
        balances.add(new Balance(account.currency(), before.add(cash)));
        return balances;
    }
}
