package io.plimsoll.model.sizing;

import io.plimsoll.model.action.Repayment;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// One debt repaid out of one pledged asset, in lots of the debt.
///
/// Rounding is against the account: what is repaid is a whole number of lots, what is sold for it is rounded
/// up to its own lot. The last lot of a debt may be a broken one; where the collateral is used up first, all of
/// it goes for the whole lots that it pays for.
final class Swap {

    private final Loan loan;
    private final Loan.Item debt;
    private final Loan.Item collateral;
    private final Ratio owed;
    private final Ratio held;
    private final boolean paysAll;
    private final BigInteger most;

    Swap(Loan loan, Loan.Item debt, Loan.Item collateral) {
        this.loan = loan;
        this.debt = debt;
        this.collateral = collateral;
        this.owed = debt.quantity();
        this.held = collateral.quantity();
        Ratio payable = collateral.value().dividedBy(withBonus()).dividedBy(debt.price);
        this.paysAll = owed.compareTo(payable) <= 0;
        this.most = paysAll ? lots(owed, RoundingMode.CEILING) : lots(payable, RoundingMode.FLOOR);
    }

    /// The most lots that debt and collateral allow.
    BigInteger most() {
        return most;
    }

    /// The most lots that are worth no more than this.
    BigInteger mostOf(Ratio value) {
        return value.compareTo(debt.value()) >= 0
                ? most
                : lots(value.max(Ratio.ZERO).dividedBy(debt.price), RoundingMode.FLOOR)
                        .min(most);
    }

    /// Repays this many lots instead of what was repaid before.
    void repay(BigInteger lots) {
        debt.restore(owed);
        collateral.restore(held);
        debt.take(repaid(lots));
        collateral.take(sold(lots));
    }

    /// The fewest lots that cure, given that the last do and none do not.
    ///
    /// What is sold grows in steps, so that more can be repaid and less be covered. It does not within a step:
    /// first the step is searched, by what it can pay for at most, and then the place in it.
    BigInteger fewest(BigInteger last, BooleanSupplier cures) {
        BigInteger step = first(
                BigInteger.ZERO,
                sold(last).wholeUnits(collateral.lot, RoundingMode.CEILING).toBigIntegerExact(),
                sold -> cures(payable(sold).min(last), cures));
        BigInteger before = payable(step.subtract(BigInteger.ONE)).min(last);
        return first(before, payable(step).min(last), lots -> cures(lots, cures));
    }

    private boolean cures(BigInteger lots, BooleanSupplier cures) {
        repay(lots);
        return cures.getAsBoolean();
    }

    /// The most lots of the debt that lots of the collateral pay for.
    private BigInteger payable(BigInteger soldLots) {
        Ratio proceeds = Ratio.of(new BigDecimal(soldLots).multiply(collateral.lot))
                .min(held)
                .times(collateral.price)
                .dividedBy(withBonus())
                .dividedBy(debt.price);
        return owed.compareTo(proceeds) <= 0
                ? most
                : lots(proceeds, RoundingMode.FLOOR).min(most);
    }

    /// A number that suffices and of which one less does not, given that the last does and the first does not.
    private static BigInteger first(BigInteger without, BigInteger with, Predicate<BigInteger> suffices) {
        BigInteger low = without;
        BigInteger high = with;
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (suffices.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /// What is done by this many lots. Amounts are shown with 18 decimals where they do not end: a debt up,
    /// collateral down.
    Repayment repayment(BigInteger lots) {
        repay(BigInteger.ZERO);
        Ratio before = loan.state().ltv();
        repay(lots);
        boolean toxic = loan.state().ltv().compareTo(before) > 0;
        Ratio repaid = repaid(lots);
        Ratio sold = sold(lots);
        return new Repayment(
                debt.asset,
                shown(repaid, RoundingMode.CEILING),
                repaid.times(debt.price).amount(),
                collateral.asset,
                shown(sold, RoundingMode.FLOOR),
                sold.times(collateral.price).amount(),
                collateral.terms.liquidationBonus(),
                toxic);
    }

    private Ratio repaid(BigInteger lots) {
        return Ratio.of(new BigDecimal(lots).multiply(debt.lot)).min(owed);
    }

    private Ratio sold(BigInteger lots) {
        boolean takesAll = !paysAll && lots.equals(most) && lots.signum() > 0;
        if (takesAll) {
            return held;
        }
        Ratio exact = repaid(lots).times(debt.price).times(withBonus()).dividedBy(collateral.price);
        return Ratio.of(exact.wholeUnits(collateral.lot, RoundingMode.CEILING).multiply(collateral.lot))
                .min(held);
    }

    private BigInteger lots(Ratio quantity, RoundingMode mode) {
        return quantity.wholeUnits(debt.lot, mode).toBigIntegerExact();
    }

    private BigDecimal withBonus() {
        return BigDecimal.ONE.add(collateral.terms.liquidationBonus());
    }

    private static BigDecimal shown(Ratio quantity, RoundingMode mode) {
        return Decimals.canonical(quantity.rounded(Decimals.SHOWN_SCALE, mode));
    }
}
