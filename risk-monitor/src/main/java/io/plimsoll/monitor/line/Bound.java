package io.plimsoll.monitor.line;

/// On which side of a line an amount is that is not linear itself.
enum Bound {
    /// The line is never above the amount.
    NEVER_ABOVE,
    /// The line is never below the amount.
    NEVER_BELOW
}
