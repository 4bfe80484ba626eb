package io.plimsoll.model.lending;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a borrower has and owes at the marks. All in the account's currency, exact; zero or more.
///
/// Source: Aave v3, `GenericLogic.calculateUserAccountData`; Compound III, `Comet.isBorrowCollateralized` and
/// `isLiquidatable` (there a debt is a negative principal, and the capacities are the sums by borrow and by
/// liquidate collateral factor).
///
/// @param collateral value of what serves as collateral: `C = Σ qᵢ·pᵢ`
/// @param borrowCapacity the debt up to which may be borrowed: `Σ Cᵢ·ltvᵢ`
/// @param liquidationCapacity the debt up to which the account is safe: `Σ Cᵢ·liquidationLtvᵢ`
/// @param debt what is owed, with interest: `D`
public record LendingState(Ratio collateral, Ratio borrowCapacity, Ratio liquidationCapacity, Ratio debt) {

    /// @throws InvalidFactException if a value is negative or unbounded, or there is capacity without
    ///     collateral
    public LendingState {
        collateral = Values.notNegative("collateral", collateral);
        borrowCapacity = Values.notNegative("borrowCapacity", borrowCapacity);
        liquidationCapacity = Values.notNegative("liquidationCapacity", liquidationCapacity);
        debt = Values.notNegative("debt", debt);
        if (collateral.signum() == 0 && borrowCapacity.plus(liquidationCapacity).signum() != 0) {
            throw new InvalidFactException(
                    "collateral", "must not be 0 where there is capacity. Maybe a mark was not set.");
        }
    }

    /// The state of an account that pledges this collateral.
    ///
    /// @param pledges what serves as collateral; what the owner does not offer is left out
    public static LendingState of(List<Pledge> pledges, Ratio debt) {
        Ratio collateral = Ratio.ZERO;
        Ratio borrowCapacity = Ratio.ZERO;
        Ratio liquidationCapacity = Ratio.ZERO;
        for (Pledge pledge : pledges) {
            collateral = collateral.plus(pledge.value());
            borrowCapacity = borrowCapacity.plus(pledge.borrowCapacity());
            liquidationCapacity = liquidationCapacity.plus(pledge.liquidationCapacity());
        }
        return new LendingState(collateral, borrowCapacity, liquidationCapacity, debt);
    }

    /// Loan to value, `D ÷ C`: 0 without debt; unbounded, over every limit, with debt and no collateral.
    public Ratio ltv() {
        return per(debt, collateral);
    }

    /// Health factor, `Σ Cᵢ·liquidationLtvᵢ ÷ D`: unbounded without debt, whatever the collateral; 0 with
    /// debt and nothing that covers any.
    public Ratio healthFactor() {
        return debt.signum() == 0 ? Ratio.UNBOUNDED : liquidationCapacity.dividedBy(debt);
    }

    /// Whether the account may be liquidated: a health factor below 1. Strict: at 1 it is safe.
    public boolean isLiquidatable() {
        return debt.compareTo(liquidationCapacity) > 0;
    }

    /// Whether the debt is within what may be borrowed; at the limit it is.
    public boolean isWithinBorrowCapacity() {
        return debt.compareTo(borrowCapacity) <= 0;
    }

    /// What may still be borrowed, never negative: `max(0, Σ Cᵢ·ltvᵢ − D)`.
    public Ratio availableToBorrow() {
        return borrowCapacity.minus(debt).max(Ratio.ZERO);
    }

    /// The debt that no collateral stands against: `max(0, D − C)`.
    public Ratio badDebt() {
        return debt.minus(collateral).max(Ratio.ZERO);
    }

    /// By which share all collateral may fall before the health factor is 1: `1 − 1 ÷ HF`. Negative if it
    /// must rise for that; 1 without debt; empty if no rise helps, because nothing covers any debt.
    public Optional<Ratio> fallToLiquidation() {
        if (debt.signum() == 0) {
            return Optional.of(Ratio.of(BigDecimal.ONE));
        }
        return liquidationCapacity.signum() == 0
                ? Optional.empty()
                : Optional.of(debt.dividedBy(liquidationCapacity).negate().plus(BigDecimal.ONE));
    }

    /// All collateral as one, with weighted shares: `Σ Cᵢ·ltvᵢ ÷ C` and `Σ Cᵢ·liquidationLtvᵢ ÷ C`, both 0
    /// without collateral.
    public Pledge pooled() {
        return new Pledge(collateral, per(borrowCapacity, collateral), per(liquidationCapacity, collateral));
    }

    private static Ratio per(Ratio part, Ratio whole) {
        if (part.signum() == 0) {
            return Ratio.ZERO;
        }
        return whole.signum() == 0 ? Ratio.UNBOUNDED : part.dividedBy(whole);
    }
}
