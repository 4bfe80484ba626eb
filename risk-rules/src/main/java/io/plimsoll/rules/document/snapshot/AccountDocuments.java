package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;

/// Accounts as written.
final class AccountDocuments {

    private AccountDocuments() {}

    static AccountDocument account(Account account) {
        return new AccountDocument(
                account.id(),
                account.segment(),
                account.marginMode(),
                account.currency(),
                account.balances().stream().map(AccountDocuments::balance).toList(),
                account.positions().stream().map(AccountDocuments::position).toList(),
                account.targets().stream().map(AccountDocuments::target).toList(),
                account.orders().stream().map(AccountDocuments::order).toList(),
                account.category(),
                account.dayOpenEquity(),
                account.highWaterMark());
    }

    private static TargetDocument target(AllocationTarget target) {
        Holding holding = target.holding();
        return switch (holding.type()) {
            case ASSET -> new TargetDocument(holding.id(), null, target.weight());
            case INSTRUMENT -> new TargetDocument(null, holding.id(), target.weight());
        };
    }

    private static BalanceDocument balance(Balance balance) {
        return new BalanceDocument(
                balance.asset(),
                balance.quantity(),
                balance.accrual()
                        .map(interest -> new InterestDocument(interest.yearlyRate(), interest.since()))
                        .orElse(null));
    }

    private static PositionDocument position(Position position) {
        return new PositionDocument(
                position.instrument(),
                position.quantity(),
                position.entryPrice(),
                position.isolatedMargin(),
                position.leverage(),
                position.fundingIndex(),
                position.bestMark());
    }

    private static OrderDocument order(Order order) {
        return new OrderDocument(
                order.id(),
                order.instrument(),
                order.side(),
                order.quantity(),
                order.limitPrice(),
                order.reduceOnly() ? Boolean.TRUE : null);
    }
}
