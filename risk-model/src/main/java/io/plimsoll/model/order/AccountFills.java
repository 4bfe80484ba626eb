package io.plimsoll.model.order;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an account is once orders have filled, all marks standing still.
///
/// Everything is exact, except what a fact has no room for: amounts are rounded down, in the 18th digit after
/// the decimal point. Average entry prices are rounded against the account, and what that takes is given
/// back.
public final class AccountFills {

    private AccountFills() {}

    /// The snapshot after fills, one after the other. Orders that rest are left as they are.
    ///
    /// @throws io.plimsoll.model.fact.InvalidFactException if the account would leave the bounds of facts
    /// @throws IllegalArgumentException if the snapshot lacks an instrument or its mark
    public static Snapshot apply(Snapshot snapshot, List<Fill> fills) {
        Map<String, Position> positions = new TreeMap<>();
        snapshot.account().positions().forEach(position -> positions.put(position.instrument(), position));
        BigDecimal cash = BigDecimal.ZERO;
        for (Fill fill : fills) {
            PositionFill filled = PositionFill.of(snapshot, positions.get(fill.instrument()), fill);
            cash = cash.add(filled.cash());
            if (filled.left() == null) {
                positions.remove(fill.instrument());
            } else {
                positions.put(fill.instrument(), filled.left());
            }
        }
        Account account = snapshot.account();
        List<Balance> balances = cash.signum() == 0 ? account.balances() : balances(snapshot, cash);
        return snapshot.with(account.with(balances, List.copyOf(positions.values())));
    }

    // Interest is booked with the cash that moves, as a venue does.
    private static List<Balance> balances(Snapshot snapshot, BigDecimal cash) {
        Account account = snapshot.account();
        List<Balance> balances = new ArrayList<>();
        Balance currency = new Balance(account.currency(), cash);
        for (Balance balance : account.balances()) {
            if (balance.asset().equals(account.currency())) {
                BigDecimal before = snapshot.accrued(balance).rounded(Decimals.SHOWN_SCALE, RoundingMode.FLOOR);
                InterestTerms interest = balance.accrual()
                        .map(terms -> new InterestTerms(terms.yearlyRate(), snapshot.asOf()))
                        .orElse(null);
                currency = new Balance(account.currency(), before.add(cash), interest);
            } else {
                balances.add(balance);
            }
        }
        balances.add(currency);
        return balances;
    }
}
