package io.plimsoll.rules.scenario;

import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.Optional;

/// How much of the account's currency puts a loan at a limit. What is held of it covers debts at its value,
/// and what is owed of it is a debt: which of the two it will be is not known before.
///
/// @param threshold on LTV or the health factor
record DebtPlacement(Threshold threshold) {

    /// By how much to change the cash; empty if no change does it.
    Optional<Ratio> move(AccountRisk risk) {
        Ratio cash = risk.balances().stream()
                .filter(balance ->
                        balance.balance().asset().equals(risk.account().currency()))
                .map(BalanceRisk::quantity)
                .findFirst()
                .orElse(Ratio.ZERO);
        LendingState all = risk.lending();
        Ratio held = cash.max(Ratio.ZERO);
        Ratio debt = all.debt().minus(cash.negate().max(Ratio.ZERO));
        boolean isHealth = threshold.metric() == Metric.HEALTH_FACTOR;
        Ratio cover = (isHealth ? all.liquidationCapacity() : all.collateral()).minus(held);
        Optional<Ratio> asCover = isHealth ? Optional.of(debt.times(threshold.limit())) : over(debt);
        Optional<Ratio> asDebt = isHealth ? over(cover) : Optional.of(cover.times(threshold.limit()));
        return asCover.map(needed -> needed.minus(cover))
                .filter(holding -> holding.signum() >= 0 && debt.signum() > 0)
                .or(() -> asDebt.map(debt::minus).filter(owing -> owing.signum() < 0))
                .map(wanted -> wanted.minus(cash));
    }

    private Optional<Ratio> over(Ratio amount) {
        BigDecimal limit = threshold.limit();
        return limit.signum() == 0 ? Optional.empty() : Optional.of(amount.dividedBy(limit));
    }
}
