package io.plimsoll.model.order;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.number.Ratio;

/// What an account has left to open positions with, in its currency; negative if orders have promised more.
///
/// What shares the balances is backed by all of their collateral: equity less initial margin. A position with
/// margin of its own takes it out of the account's currency, and of nothing else: in an isolated account what
/// is left of the currency once every order that rests has taken its margin.
final class FreeCollateral {

    private FreeCollateral() {}

    /// @param takesOwnMargin whether what is to be opened has margin of its own
    static Ratio of(AccountRisk risk, boolean takesOwnMargin) {
        if (!risk.account().isCross()) {
            return currency(risk).minus(risk.orderMargin());
        }
        return takesOwnMargin ? risk.freeCollateral().min(currency(risk)) : risk.freeCollateral();
    }

    private static Ratio currency(AccountRisk risk) {
        return risk.balances().stream()
                .filter(balance ->
                        balance.balance().asset().equals(risk.account().currency()))
                .findFirst()
                .map(BalanceRisk::quantity)
                .orElse(Ratio.ZERO);
    }
}
