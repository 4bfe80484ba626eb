package io.plimsoll.rules.lint;

/// Where an expression stands, which decides what it can speak of.
enum ExpressionPlace {
    /// In a pattern: bare names are fields of the fact.
    CONSTRAINT,
    /// In an accumulation, behind its patterns: variables only.
    ACCUMULATION,
    /// In a consequence, which is compiled as Java: variables only, and no operators on decimals.
    CONSEQUENCE
}
