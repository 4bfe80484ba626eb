package io.plimsoll.model.sizing;

import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.AssetCure;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much collateral brings a metric to its clear level.
///
/// Collateral moves equity and nothing else, so the cure is: `MM ÷ clear − equity` for the margin ratio,
/// `exposure ÷ clear − equity` for leverage, `clear − equity` for equity, `clear − free` for free collateral,
/// and `before × (1 − clear) − equity` for what was lost since. Loan to value and the health factor are cured
/// by repaying debt first and adding collateral then.
public final class MarginCallSizing {

    /// Digits after the decimal point of an amount that is called for; rounded up, against the account.
    public static final int AMOUNT_SCALE = 8;

    private static final BigDecimal SMALLEST_AMOUNT = BigDecimal.ONE.movePointLeft(AMOUNT_SCALE);

    private MarginCallSizing() {}

    /// The margin call for a breach of an account or of an isolated position, with what cures it of each asset
    /// of the snapshot. To margin of its own only the account's currency is added.
    ///
    /// @param deadline by when; null for no time in particular
    /// @throws IllegalArgumentException if the breach is of an allocation
    public static MarginCall size(Snapshot snapshot, AccountRisk risk, Breach breach, @Nullable Instant deadline) {
        BigDecimal amount = size(risk, breach).amount();
        List<AssetCure> cures = new ArrayList<>();
        if (amount.signum() > 0) {
            String currency = risk.account().currency();
            cures.add(new AssetCure(currency, amount));
            if (breach.scopeType() == ScopeType.ACCOUNT) {
                CollateralCures collateral = new CollateralCures(snapshot, risk);
                snapshot.collateral().stream()
                        .filter(asset -> !asset.asset().equals(currency))
                        .flatMap(asset -> assetCure(collateral, asset, breach.threshold()).stream())
                        .forEach(cures::add);
            }
        }
        return new MarginCall(breach.scope(), amount, cures, deadline);
    }

    /// The margin call for a breach of an account or of an isolated position: its amount alone.
    ///
    /// @throws IllegalArgumentException if the breach is of an allocation
    public static MarginCall size(AccountRisk risk, Breach breach) {
        if (breach.scopeType() == ScopeType.ALLOCATION) {
            throw new IllegalArgumentException(
                    "A margin call can't answer a breach of an allocation (%s). Maybe rebalance instead."
                            .formatted(breach.scope().id()));
        }
        BigDecimal amount = cure(risk, breach.threshold())
                .map(cure -> cure.rounded(AMOUNT_SCALE, RoundingMode.UP))
                .map(rounded -> rounded.add(toHaveAnyEquity(risk, breach.threshold(), rounded)))
                .orElse(BigDecimal.ZERO);
        return new MarginCall(breach.scope(), Decimals.canonical(amount));
    }

    /// The collateral that brings a threshold's metric to its clear level, exact and never negative. Empty if
    /// no collateral does.
    ///
    /// @throws IllegalArgumentException if the scope has no equity of its own
    public static Optional<Ratio> cure(AccountRisk risk, Threshold threshold) {
        if (isOfLending(threshold.metric())) {
            return new LendingCures(risk.lending(), threshold).value(CollateralCures.currency(risk));
        }
        if (!threshold.metric().needsOwnEquity()) {
            return Optional.empty();
        }
        MarginState margin = risk.margin(threshold.scope());
        BigDecimal clear = threshold.clear();
        Optional<Ratio> wanted = switch (threshold.metric()) {
            case MARGIN_RATIO -> equityFor(margin.maintenanceMargin(), margin, clear);
            case LEVERAGE -> equityFor(margin.exposure(), margin, clear);
            case EQUITY -> Optional.of(Ratio.of(clear));
            case FREE_COLLATERAL ->
                Optional.of(risk.initialMargin(threshold.scope()).plus(clear));
            case DAILY_LOSS -> equityAfterLoss(risk.account().dayOpenEquity(), clear);
            case DRAWDOWN -> equityAfterLoss(risk.account().highWaterMark(), clear);
            case LTV, HEALTH_FACTOR -> Optional.empty();
            case UNREALISED_PNL, NET_PNL, RETURN, TRAILING_LOSS, NOTIONAL, LARGEST_WEIGHT, CONCENTRATION, DRIFT ->
                Optional.empty();
        };
        return wanted.map(equity -> equity.minus(margin.equity()))
                .map(missing -> missing.signum() < 0 ? Ratio.ZERO : missing);
    }

    private static Optional<AssetCure> assetCure(
            CollateralCures collateral, CollateralAsset asset, Threshold threshold) {
        if (isOfLending(threshold.metric())) {
            return collateral.ofDebt(asset, threshold);
        }
        Ratio missing = cure(collateral.risk(), threshold).orElseThrow();
        return collateral.of(asset, missing, needsAnyEquity(collateral.risk(), threshold, missing));
    }

    private static boolean isOfLending(Metric metric) {
        return metric == Metric.LTV || metric == Metric.HEALTH_FACTOR;
    }

    private static BigDecimal toHaveAnyEquity(AccountRisk risk, Threshold threshold, BigDecimal amount) {
        return needsAnyEquity(risk, threshold, Ratio.of(amount)) ? SMALLEST_AMOUNT : BigDecimal.ZERO;
    }

    // No equity would cover a maintenance margin of nothing (a free tier), but the ratio of no equity is unbounded.
    private static boolean needsAnyEquity(AccountRisk risk, Threshold threshold, Ratio amount) {
        if (threshold.metric() != Metric.MARGIN_RATIO) {
            return false;
        }
        MarginState margin = risk.margin(threshold.scope());
        boolean hasNone = margin.equity().plus(amount).signum() <= 0;
        return hasNone && margin.exposure().signum() > 0;
    }

    private static Optional<Ratio> equityAfterLoss(@Nullable BigDecimal before, BigDecimal share) {
        return Optional.ofNullable(before).map(equity -> Ratio.of(equity.multiply(BigDecimal.ONE.subtract(share))));
    }

    private static Optional<Ratio> equityFor(Ratio amount, MarginState margin, BigDecimal clear) {
        if (margin.exposure().signum() == 0) {
            // The ratio is 0 whatever the equity: a debt without exposure is not called for.
            return Optional.of(margin.equity());
        }
        return clear.signum() > 0 ? Optional.of(amount.dividedBy(clear)) : Optional.empty();
    }
}
