package io.plimsoll.rules.table;

import java.math.BigDecimal;

/// Which numbers of a threshold column act earlier.
public enum Stricter {
    /// The lower ones: a margin call at 75 % comes before one at 80 %.
    LOWER,
    /// The higher ones: a minimum equity of 200 is missed before one of 100.
    HIGHER,
    /// It can't be said.
    NEITHER;

    /// Whether a number acts later than another one.
    public boolean isLooser(BigDecimal number, BigDecimal than) {
        return switch (this) {
            case LOWER -> number.compareTo(than) > 0;
            case HIGHER -> number.compareTo(than) < 0;
            case NEITHER -> false;
        };
    }
}
