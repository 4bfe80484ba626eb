package io.plimsoll.model.reference;

/// What something has and needs.
record Purse(Fraction equity, Fraction exposure, Fraction maintenance, Fraction initial) {

    static final Purse EMPTY = new Purse(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

    /// Equity alone.
    static Purse of(Fraction equity) {
        return new Purse(equity, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);
    }

    Purse plus(Purse other) {
        return new Purse(
                equity.plus(other.equity),
                exposure.plus(other.exposure),
                maintenance.plus(other.maintenance),
                initial.plus(other.initial));
    }
}
