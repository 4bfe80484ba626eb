package io.plimsoll.model.lending;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;

/// Collateral by value: of one asset, or of an account as a whole with weighted shares.
///
/// @param value in the account's currency, zero or more
/// @param ltv the share of it that may be borrowed, zero or more
/// @param liquidationLtv the share of it that covers debt before the account may be liquidated, zero or more
public record Pledge(Ratio value, Ratio ltv, Ratio liquidationLtv) {

    /// @throws InvalidFactException if a number is negative or unbounded
    public Pledge {
        value = Values.notNegative("value", value);
        ltv = Values.notNegative("ltv", ltv);
        liquidationLtv = Values.notNegative("liquidationLtv", liquidationLtv);
    }

    /// What may be borrowed against it: `value · ltv`.
    public Ratio borrowCapacity() {
        return value.times(ltv);
    }

    /// The debt that it covers before the account may be liquidated: `value · liquidationLtv`.
    public Ratio liquidationCapacity() {
        return value.times(liquidationLtv);
    }
}
