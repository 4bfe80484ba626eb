package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// An account that is due, as far as its turn depends on it.
///
/// Source: dYdX v4-chain, `SortLiquidationOrders` in `protocol/x/clob/keeper/liquidations.go`.
///
/// @param id whose order it is
/// @param limitPrice the worst price that its order may fill at
/// @param mark the instrument's, above zero
/// @param size unsigned
public record LiquidationCandidate(String id, Ratio limitPrice, BigDecimal mark, BigDecimal size) {

    private static final Comparator<LiquidationCandidate> FIRST_FIRST = Comparator.comparing(
                    LiquidationCandidate::distance)
            .thenComparing(LiquidationCandidate::notional)
            .reversed();

    /// @throws io.plimsoll.model.fact.InvalidFactException if the mark is not positive or the size negative
    public LiquidationCandidate {
        mark = Amounts.positive("mark", mark);
        size = Amounts.notNegative("size", size);
    }

    /// Who comes first: whose limit price is farthest from the mark (nearest to bankruptcy), then the larger
    /// notional. Equals keep the order in which they came.
    public static List<LiquidationCandidate> inOrder(List<LiquidationCandidate> candidates) {
        return candidates.stream().sorted(FIRST_FIRST).toList();
    }

    /// `|limit − mark| / mark`.
    public Ratio distance() {
        return limitPrice.minus(mark).abs().dividedBy(mark);
    }

    /// Size × mark.
    public BigDecimal notional() {
        return size.multiply(mark);
    }
}
