package io.plimsoll.model.reference;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.reference.PlainReadings.Reading;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What is owed beside what it may be owed against, stated a second time.
///
/// @param debt what is owed at its marks, with interest
/// @param ownDebt what of it is owed in the account's currency
/// @param collateral what debts may be taken up against, each asset at most at its cap
/// @param covered what of it covers debts before they are liquidated
record PlainLending(Fraction debt, Fraction ownDebt, Fraction collateral, Fraction covered) {

    static PlainLending of(Snapshot snapshot, List<PlainBalance> balances) {
        Fraction debt = Fraction.ZERO;
        Fraction ownDebt = Fraction.ZERO;
        Fraction collateral = Fraction.ZERO;
        Fraction covered = Fraction.ZERO;
        for (PlainBalance balance : balances) {
            Fraction value = balance.marketValue();
            if (value.signum() < 0) {
                debt = debt.plus(value.abs());
                ownDebt = balance.asset() == null ? value.abs() : ownDebt;
            } else if (balance.asset() == null) {
                collateral = collateral.plus(value);
                covered = covered.plus(value);
            } else if (balance.asset().lending() != null) {
                Fraction share = Fraction.of(terms(snapshot, balance).liquidationLtv());
                collateral = collateral.plus(balance.capped());
                covered = covered.plus(balance.capped().times(share));
            }
        }
        return new PlainLending(debt, ownDebt, collateral, covered);
    }

    /// Debt ÷ collateral.
    Reading loanToValue() {
        if (debt.signum() == 0) {
            return new Reading(Fraction.ZERO);
        }
        return collateral.signum() == 0 ? Reading.UNBOUNDED : new Reading(debt.over(collateral));
    }

    /// What is covered ÷ debt; empty without debt.
    Optional<Reading> healthFactor() {
        return debt.signum() == 0 ? Optional.empty() : Optional.of(new Reading(covered.over(debt)));
    }

    /// The least amount of the account's currency, in whole 10^-8, that brings a metric to a clear level: it
    /// repays what is owed in that currency, and what is left of it is collateral that counts in full.
    BigDecimal call(Metric metric, BigDecimal clear) {
        Fraction level = Fraction.of(clear);
        Fraction perCollateral = metric == Metric.LTV ? level : Fraction.ONE.over(level);
        Fraction tooMuch = debt.minus((metric == Metric.LTV ? collateral : covered).times(perCollateral));
        Fraction repaid = tooMuch.max(Fraction.ZERO).min(ownDebt);
        Fraction pledged = tooMuch.minus(repaid).max(Fraction.ZERO).over(perCollateral);
        return repaid.plus(pledged).ceiling(8);
    }

    private static CollateralTerms terms(Snapshot snapshot, PlainBalance balance) {
        Account account = snapshot.account();
        String asset = balance.asset().asset();
        for (CollateralCategory category : snapshot.categories()) {
            if (category.category().equals(account.category())
                    && category.members().contains(asset)) {
                return category.terms();
            }
        }
        return balance.asset().lending();
    }
}
