package io.plimsoll.rules.evaluation;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.TradingMode;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.sizing.CollateralLiquidationSizing;
import io.plimsoll.model.sizing.LeverageSizing;
import io.plimsoll.model.sizing.LiquidationPolicy;
import io.plimsoll.model.sizing.LiquidationSizing;
import io.plimsoll.model.sizing.MarginCallSizing;
import io.plimsoll.model.sizing.RebalancePolicy;
import io.plimsoll.model.sizing.RebalanceSizing;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.rules.evaluation.ActionCollector.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How much of each action that rules have asked for.
///
/// @param snapshot what is decided about
/// @param risk of its account
/// @param thresholds that apply to it
/// @param policy how the rule set wants to have liquidated
/// @param rebalancing how it wants to have rebalanced
record ActionSizes(
        Snapshot snapshot,
        AccountRisk risk,
        List<Threshold> thresholds,
        LiquidationPolicy policy,
        RebalancePolicy rebalancing) {

    private static final BigDecimal NANOS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());

    /// The account as a whole.
    Scope account() {
        return Scope.account(risk.account().id());
    }

    /// The action that answers breaches of one scope.
    ///
    /// @param breaches in canonical order
    /// @param requests what was asked for about them
    /// @throws IllegalArgumentException if it does not act on a metric that is in breach
    Action size(ActionCollector.Type type, List<Breach> breaches, List<Request> requests) {
        Breach first = breaches.getFirst();
        return switch (type) {
            case MARGIN_CALL -> largestCall(breaches, deadline(requests));
            case LIQUIDATION -> LiquidationSizing.size(risk, breaches, policy);
            case COLLATERAL_LIQUIDATION -> CollateralLiquidationSizing.size(snapshot, risk, breaches, policy.lending());
            case REDUCE_LEVERAGE -> LeverageSizing.size(risk, breaches, policy);
            case CLOSE_POSITION -> LeverageSizing.close(risk, first);
            case RESTRICT_TRADING -> new Action.RestrictTrading(first.scope(), TradingMode.REDUCE_ONLY);
            case REBALANCE ->
                RebalanceSizing.size(snapshot, risk, breaches, farthest(requests), thresholds, rebalancing);
            case ALERT -> new Action.Alert(first.scope());
        };
    }

    // Of several calls for the same scope the largest cures the others too. Of equal amounts, the first, in canonical
    // order.
    private MarginCall largestCall(List<Breach> breaches, @Nullable Instant deadline) {
        MarginCall largest = MarginCallSizing.size(snapshot, risk, breaches.getFirst(), deadline);
        for (Breach breach : breaches.subList(1, breaches.size())) {
            MarginCall call = MarginCallSizing.size(snapshot, risk, breach, deadline);
            largest = call.amount().compareTo(largest.amount()) > 0 ? call : largest;
        }
        return largest;
    }

    // The earliest that any rule asked for, in whole nanoseconds rounded down: rounding is against the account.
    private @Nullable Instant deadline(List<Request> requests) {
        return requests.stream()
                .map(Request::hours)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(hours -> hours.multiply(NANOS_PER_HOUR).setScale(0, RoundingMode.DOWN))
                .map(nanos -> snapshot.asOf().plusNanos(nanos.longValueExact()))
                .orElse(null);
    }

    private static Destination farthest(List<Request> requests) {
        return requests.stream()
                .map(Request::destination)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
