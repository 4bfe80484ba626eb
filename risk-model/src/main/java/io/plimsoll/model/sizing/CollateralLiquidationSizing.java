package io.plimsoll.model.sizing;

import io.plimsoll.model.action.Action.CollateralLiquidation;
import io.plimsoll.model.action.LendingOutcome;
import io.plimsoll.model.action.Repayment;
import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Metric;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The smallest repayments out of collateral that bring loan to value or the health factor to its clear level.
///
/// The collateral that costs the least bonus for what it gains goes first, for the largest debt first. Repaying
/// `r` takes `r × (1 + bonus)` of collateral, so it gains `h − (1 + bonus) × LT` of cover; an asset that gains
/// nothing is left alone. No more is repaid than the close factor allows, except that no dust is left. Where
/// all of that would not cure, waiting helps nobody: everything is sold, whatever the close factor says, and
/// what is still owed is bad debt.
///
/// Sources: the amounts are [io.plimsoll.model.lending.AssetLiquidation]'s, close factor and dust Aave v3.3's.
public final class CollateralLiquidationSizing {

    private final Snapshot snapshot;
    private final AccountRisk risk;
    private final List<Breach> breaches;
    private final LendingPolicy policy;
    private final LendingState before;

    private CollateralLiquidationSizing(
            Snapshot snapshot, AccountRisk risk, List<Breach> breaches, LendingPolicy policy) {
        this.snapshot = snapshot;
        this.risk = risk;
        this.breaches = breaches;
        this.policy = policy;
        this.before = risk.lending();
    }

    /// The liquidation for breaches of one account.
    ///
    /// @param breaches at least one, all of loan to value or the health factor
    /// @throws IllegalArgumentException if repaying debts does not act on a breached metric
    public static CollateralLiquidation size(
            Snapshot snapshot, AccountRisk risk, List<Breach> breaches, LendingPolicy policy) {
        for (Breach breach : breaches) {
            boolean isOfLending = breach.metric() == Metric.LTV || breach.metric() == Metric.HEALTH_FACTOR;
            boolean highIsDangerous = breach.threshold().comparison().highIsDangerous();
            if (!isOfLending || highIsDangerous != (breach.metric() == Metric.LTV)) {
                throw new IllegalArgumentException(
                        "A collateral liquidation can't be sized by %s %s %s. Maybe set the threshold on LTV, with ABOVE, or on HEALTH_FACTOR, with BELOW."
                                .formatted(
                                        breach.metric(),
                                        breach.threshold().comparison().words(),
                                        breach.threshold().limit().toPlainString()));
            }
        }
        return new CollateralLiquidationSizing(snapshot, risk, breaches, policy).size();
    }

    private CollateralLiquidation size() {
        Loan unlimited = new Loan(snapshot, risk);
        sell(unlimited, false);
        if (!isCured(unlimited)) {
            return everything();
        }
        Loan loan = new Loan(snapshot, risk);
        List<Repayment> repayments = sell(loan, true);
        return result(loan, repayments, isCured(loan) ? LendingOutcome.CURED : LendingOutcome.LIMITED);
    }

    private CollateralLiquidation everything() {
        Loan loan = new Loan(snapshot, risk);
        List<Repayment> repayments = new ArrayList<>();
        for (Loan.Item collateral : ordered(loan)) {
            for (Loan.Item debt : largestFirst(loan.debts())) {
                boolean possible = debt.quantity().signum() > 0 && !isCured(loan);
                if (possible) {
                    Swap swap = new Swap(loan, debt, collateral);
                    BigInteger lots = asFewAsCure(loan, swap, swap.most());
                    if (lots.signum() > 0) {
                        repayments.add(swap.repayment(lots));
                    }
                }
            }
        }
        return result(loan, repayments, isCured(loan) ? LendingOutcome.CURED : LendingOutcome.BAD_DEBT);
    }

    private CollateralLiquidation result(Loan loan, List<Repayment> repayments, LendingOutcome outcome) {
        LendingState after = loan.state();
        Ratio badDebt = outcome == LendingOutcome.BAD_DEBT ? after.debt() : Ratio.ZERO;
        return new CollateralLiquidation(
                breaches.getFirst().scope(), repayments, outcome, badDebt.amount(), after.ltv(), after.healthFactor());
    }

    private List<Repayment> sell(Loan loan, boolean limited) {
        List<Repayment> repayments = new ArrayList<>();
        Ratio repaid = Ratio.ZERO;
        boolean cured = isCured(loan);
        for (Loan.Item collateral : ordered(loan)) {
            boolean helps = true;
            for (Loan.Item debt : largestFirst(loan.debts())) {
                boolean possible = !cured && helps && debt.quantity().signum() > 0;
                if (possible) {
                    Swap swap = new Swap(loan, debt, collateral);
                    BigInteger allowed = limited ? limit(swap, debt, collateral, repaid) : swap.most();
                    helps = allowed.signum() == 0 || helps(loan, swap, allowed);
                    BigInteger lots = helps ? lots(loan, swap, allowed, debt, collateral) : BigInteger.ZERO;
                    Ratio before = debt.value();
                    if (lots.signum() > 0) {
                        repayments.add(swap.repayment(lots));
                        repaid = repaid.plus(before).minus(debt.value());
                        cured = isCured(loan);
                    }
                }
            }
        }
        return repayments;
    }

    /// As few as cure, or as many as are allowed; all that is possible, if the rest would be dust. Nothing is
    /// repaid then.
    private BigInteger lots(Loan loan, Swap swap, BigInteger allowed, Loan.Item debt, Loan.Item collateral) {
        if (allowed.signum() == 0) {
            return allowed;
        }
        BigInteger lots = asFewAsCure(loan, swap, allowed);
        swap.repay(lots);
        boolean leavesEnough = policy.leastRemainder().allows(debt.value(), collateral.value());
        swap.repay(BigInteger.ZERO);
        return leavesEnough ? lots : swap.most();
    }

    /// Some of these lots if that cures, or all of them.
    private BigInteger asFewAsCure(Loan loan, Swap swap, BigInteger allowed) {
        swap.repay(allowed);
        return allowed.signum() > 0 && isCured(loan) ? swap.fewest(allowed, () -> isCured(loan)) : allowed;
    }

    /// Whether it cures, or improves a metric. Nothing is repaid then.
    private boolean helps(Loan loan, Swap swap, BigInteger lots) {
        LendingState now = loan.state();
        swap.repay(lots);
        boolean helps = isCured(loan) || helps(now, loan.state());
        swap.repay(BigInteger.ZERO);
        return helps;
    }

    private boolean helps(LendingState now, LendingState then) {
        return breaches.stream()
                .anyMatch(breach -> breach.metric() == Metric.LTV
                        ? then.ltv().compareTo(now.ltv()) < 0
                        : then.healthFactor().compareTo(now.healthFactor()) > 0);
    }

    private BigInteger limit(Swap swap, Loan.Item debt, Loan.Item collateral, Ratio repaid) {
        Ratio share = before.debt().times(policy.closeFactor().defaultShare());
        return policy.allowsWhole(before, collateral.value(), debt.value())
                ? swap.most()
                : swap.mostOf(share.minus(repaid));
    }

    private boolean isCured(Loan loan) {
        LendingState state = loan.state();
        return breaches.stream()
                .allMatch(breach -> breach.threshold()
                        .isClearedBy(breach.metric() == Metric.LTV ? state.ltv() : state.healthFactor()));
    }

    private List<Loan.Item> ordered(Loan loan) {
        return new CollateralPreference(breaches.getFirst().threshold()).order(loan.pledged());
    }

    private static List<Loan.Item> largestFirst(List<Loan.Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(Loan.Item::value).reversed().thenComparing(item -> item.asset))
                .toList();
    }
}
