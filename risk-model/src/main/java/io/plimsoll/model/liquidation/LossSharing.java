package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// Who bears a loss that neither the account nor the insurance fund covers.
public final class LossSharing {

    private LossSharing() {}

    /// What each unit of the market bears: `|loss| / total`.
    ///
    /// Source: Drift protocol-v2, `calculate_funding_rate_deltas_to_resolve_bankruptcy`.
    ///
    /// @param total longs and shorts together, unsigned
    /// @param rounding [Rounding#up], so that the loss is covered
    /// @throws io.plimsoll.model.fact.InvalidFactException if there is nobody to bear it
    public static Ratio perUnit(BigDecimal loss, BigDecimal total, Rounding rounding) {
        return rounding.of(Ratio.of(loss.abs(), Amounts.positive("total", total)));
    }

    /// By how much an index of deposits falls so that depositors bear the loss: `index·loss / deposits`.
    /// Nothing without deposits.
    ///
    /// Source: Drift protocol-v2, `calculate_cumulative_deposit_interest_delta_to_resolve_bankruptcy`.
    ///
    /// @param rounding [Rounding#up], so that the loss is covered
    public static Ratio indexFall(BigDecimal index, BigDecimal loss, BigDecimal deposits, Rounding rounding) {
        return deposits.signum() == 0
                ? Ratio.ZERO
                : rounding.of(Ratio.of(index.multiply(loss), Amounts.positive("deposits", deposits)));
    }

    /// What each winner gives up: the shortfall that the insurance pool leaves, in proportion to gains.
    /// Nobody gives up more than was gained.
    ///
    /// Source: Vega protocol, `0013-ACCT` and `0015-INSR`, loss socialisation.
    ///
    /// @param shortfall losses beyond the losers' collateral
    /// @param pool the insurance pool
    /// @param gains by winner, each zero or positive
    public static Map<String, Ratio> haircuts(BigDecimal shortfall, BigDecimal pool, Map<String, BigDecimal> gains) {
        BigDecimal total = gains.values().stream()
                .map(gain -> Amounts.notNegative("gains", gain))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal borne = shortfall.subtract(pool).max(BigDecimal.ZERO).min(total);
        Map<String, Ratio> haircuts = new TreeMap<>();
        gains.forEach((winner, gain) ->
                haircuts.put(winner, gain.signum() == 0 ? Ratio.ZERO : Ratio.of(borne.multiply(gain), total)));
        return haircuts;
    }
}
