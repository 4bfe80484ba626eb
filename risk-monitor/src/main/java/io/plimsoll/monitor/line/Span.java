package io.plimsoll.monitor.line;

import java.math.BigDecimal;

/// Over how many margin tiers a bound reaches: the wider, the longer it holds, and the more it asks for.
enum Span {
    /// All tiers: it holds at every mark.
    EVERY,
    /// Those that the position is in when its mark has fallen by half or doubled.
    WIDE,
    /// The present tier: the bound is the amount itself.
    PRESENT;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWICE = BigDecimal.TWO;

    /// The first tier.
    int lowest(LinearPosition position) {
        return switch (this) {
            case EVERY -> 0;
            case WIDE -> position.tierAt(position.risk().notional().times(HALF));
            case PRESENT -> position.tierAt(position.risk().notional());
        };
    }

    /// The last tier.
    int highest(LinearPosition position) {
        return switch (this) {
            case EVERY -> position.risk().instrument().schedule().tiers().size() - 1;
            case WIDE -> position.tierAt(position.risk().notional().times(TWICE));
            case PRESENT -> position.tierAt(position.risk().notional());
        };
    }
}
