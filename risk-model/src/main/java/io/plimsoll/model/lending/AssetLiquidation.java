package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What repaying debt against one collateral asset does to an account, by value: `r` repaid takes `r·(1+b)`
/// of it.
///
/// Source: own algebra; the state it works on is Aave's.
///
/// @param before the account
/// @param collateral what would be taken, a part of the account's; [LendingState#pooled()] for all of it
/// @param bonus `b`: collateral taken beyond the debt repaid, as a share of that debt; zero or more
public record AssetLiquidation(LendingState before, Pledge collateral, BigDecimal bonus) {

    /// @throws InvalidFactException if the collateral is not part of the account's, or the bonus negative
    public AssetLiquidation {
        Values.atMost("collateral", collateral.value(), before.collateral(), "the account's");
        Values.atMost(
                "collateral", collateral.borrowCapacity(), before.borrowCapacity(), "the account's borrow capacity");
        Values.atMost(
                "collateral",
                collateral.liquidationCapacity(),
                before.liquidationCapacity(),
                "the account's liquidation capacity");
        bonus = Facts.notNegative("bonus", bonus);
    }

    /// The most that this collateral can repay: `min(D, value ÷ (1+b))`.
    public Ratio mostRepayable() {
        return before.debt().min(collateral.value().dividedBy(withBonus()));
    }

    /// The account after a repayment. After [#mostRepayable()] of a toxic account with no other collateral,
    /// its debt is bad debt.
    ///
    /// @param repaid from 0 to [#mostRepayable()]
    /// @throws InvalidFactException if it is less or more
    public LendingState after(Ratio repaid) {
        Values.atMost("repaid", repaid, mostRepayable(), "what debt and collateral allow");
        Pledge taken = new Pledge(repaid.times(withBonus()), collateral.ltv(), collateral.liquidationLtv());
        return new LendingState(
                before.collateral().minus(taken.value()),
                before.borrowCapacity().minus(taken.borrowCapacity()),
                before.liquidationCapacity().minus(taken.liquidationCapacity()),
                before.debt().minus(repaid));
    }

    /// Whether every liquidation raises the account's loan to value: `LTV > 1 ÷ (1+b)`. Then its collateral
    /// can't repay its debt with the bonus, waiting helps nobody, and all of it should go at once.
    public boolean isToxic() {
        return before.debt().times(withBonus()).compareTo(before.collateral()) > 0;
    }

    /// Whether every liquidation of this asset lowers the health factor, because it takes more cover than
    /// debt: `HF < (1+b)·LT`. Of an account with no other asset that is where it is toxic; among others this
    /// one may be the wrong one to take.
    public boolean lowersHealth() {
        return before.healthFactor().compareTo(coverTaken()) < 0;
    }

    /// The least repayment after which the health factor is at least the target: `(h·D − Σ Cᵢ·LTᵢ) ÷ (h −
    /// (1+b)·LT)`; 0 if it is already. Empty if none does, because the collateral is too little or each
    /// repayment takes more cover than debt (`h ≤ (1+b)·LT`).
    ///
    /// @param target health factor, above 0
    /// @throws InvalidFactException if the target is not above 0
    public Optional<Ratio> repayToReach(BigDecimal target) {
        BigDecimal health = Facts.positive("target", target);
        Ratio missing = before.debt().times(health).minus(before.liquidationCapacity());
        if (missing.signum() <= 0) {
            return Optional.of(Ratio.ZERO);
        }
        Ratio gained = collateral.liquidationLtv().times(withBonus()).negate().plus(health);
        if (gained.signum() <= 0) {
            return Optional.empty();
        }
        Ratio repay = missing.dividedBy(gained);
        return repay.compareTo(mostRepayable()) <= 0 ? Optional.of(repay) : Optional.empty();
    }

    /// As above in whole units of the debt, rounded up; only the last unit of all that can be repaid may be a
    /// broken one.
    ///
    /// @param unit the smallest amount that is paid, by value, above 0
    /// @throws InvalidFactException if the target or the unit is not above 0
    public Optional<Ratio> repayToReach(BigDecimal target, BigDecimal unit) {
        BigDecimal step = Facts.positive("unit", unit);
        return repayToReach(target)
                .map(exact -> Ratio.of(
                                exact.wholeUnits(step, RoundingMode.CEILING).multiply(step))
                        .min(mostRepayable()));
    }

    // By one unit of debt repaid.
    private Ratio coverTaken() {
        return collateral.liquidationLtv().times(withBonus());
    }

    private BigDecimal withBonus() {
        return BigDecimal.ONE.add(bonus);
    }
}
