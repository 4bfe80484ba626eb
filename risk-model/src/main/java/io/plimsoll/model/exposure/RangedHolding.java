package io.plimsoll.model.exposure;

import org.jspecify.annotations.Nullable;

/// Something that an account holds and that marks give a value: what it adds to the account's sums, in ranges.
interface RangedHolding {

    /// Adds to the sums at these prices.
    ///
    /// @param price of its own mark
    /// @param underlying the price of an option's underlying; null for what is no option
    void addTo(Tally tally, Range price, @Nullable Range underlying);

    /// What it is worth, signed; 0 if nothing is held but orders are open.
    Range value(Range price);
}
