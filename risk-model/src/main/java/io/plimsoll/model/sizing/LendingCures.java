package io.plimsoll.model.sizing;

import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of one asset, by value, brings loan to value or the health factor to its clear level.
///
/// What is owed of the asset is repaid first; what is left of it becomes collateral. With debt `D`, collateral
/// `C` and capacity `L = Σ Cᵢ·LTᵢ`, repaying `x` cures at `D − x ≤ clear·C`, or `D − x ≤ L ÷ clear`; adding `y`
/// cures at `C + y ≥ D ÷ clear`, or `L + LT·y ≥ clear·D`. Source: own algebra.
///
/// @param state before
/// @param threshold of LTV or HEALTH_FACTOR
record LendingCures(LendingState state, Threshold threshold) {

    /// An asset on both sides.
    ///
    /// @param owed value of what is owed of it, 0 or above
    /// @param counted value of it that is collateral already, 0 or above
    /// @param cap the most value that counts; null for no cap
    /// @param liquidationLtv the share of its value that covers debt; null if it is no collateral for debts
    record Side(
            Ratio owed,
            Ratio counted,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal liquidationLtv) {}

    /// The least value that cures; 0 if nothing has to be cured. Empty if no value does.
    Optional<Ratio> value(Side asset) {
        Ratio repaid = state.debt().minus(coveredDebt()).max(Ratio.ZERO);
        if (repaid.compareTo(asset.owed()) <= 0) {
            return Optional.of(repaid);
        }
        return added(asset, state.debt().minus(asset.owed()))
                .filter(value ->
                        asset.cap() == null || asset.counted().plus(value).compareTo(asset.cap()) <= 0)
                .map(asset.owed()::plus);
    }

    /// The debt that today's collateral allows.
    private Ratio coveredDebt() {
        BigDecimal clear = threshold.clear();
        if (threshold.metric() == Metric.LTV) {
            return state.collateral().times(clear);
        }
        return clear.signum() <= 0 ? state.debt() : state.liquidationCapacity().dividedBy(clear);
    }

    /// The collateral that a debt still needs, which is above 0.
    private Optional<Ratio> added(Side asset, Ratio debt) {
        BigDecimal clear = threshold.clear();
        BigDecimal covering = asset.liquidationLtv();
        if (covering == null) {
            return Optional.empty();
        }
        if (threshold.metric() == Metric.LTV) {
            return clear.signum() == 0
                    ? Optional.empty()
                    : Optional.of(debt.dividedBy(clear).minus(state.collateral()));
        }
        return covering.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        debt.times(clear).minus(state.liquidationCapacity()).dividedBy(covering));
    }
}
