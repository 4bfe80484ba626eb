package io.plimsoll.model.requirement;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// Four levels of margin: below *maintenance* an account is closed out, below *search* it is topped up,
/// *initial* is what a new position needs, above *release* the excess is paid out.
///
/// Source: Vega protocol, `0019-MCAL` margin calculator.
public record MarginLevels(BigDecimal maintenance, BigDecimal search, BigDecimal initial, BigDecimal release) {

    /// The upper levels as multiples of maintenance.
    ///
    /// @param search at least 1
    /// @param initial not below search
    /// @param release not below initial
    public record Factors(BigDecimal search, BigDecimal initial, BigDecimal release) {

        /// @throws InvalidFactException if the factors don't ascend from 1
        public Factors {
            if (search.compareTo(BigDecimal.ONE) < 0
                    || initial.compareTo(search) < 0
                    || release.compareTo(initial) < 0) {
                throw new InvalidFactException(
                        "factors",
                        "(%s, %s, %s) must ascend from 1. Maybe two are swapped.".formatted(search, initial, release));
            }
        }
    }

    /// The levels of an exact maintenance margin.
    ///
    /// @param maintenance exact, zero or positive
    /// @param requirement of the maintenance level: [Rounding#up], against the account
    /// @param levels of the levels above it, from the rounded maintenance level; Vega cuts them off
    public static MarginLevels of(BigDecimal maintenance, Factors factors, Rounding requirement, Rounding levels) {
        BigDecimal least = requirement.decimal(Amounts.notNegative("maintenance", maintenance));
        return new MarginLevels(
                least,
                levels.decimal(least.multiply(factors.search())),
                levels.decimal(least.multiply(factors.initial())),
                levels.decimal(least.multiply(factors.release())));
    }
}
