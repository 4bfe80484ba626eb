package io.plimsoll.monitor.exposure;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By how much a threshold is crossed, as an amount that runs straight where positions and balances do, which a
/// quotient does not: above 0 it is crossed, below 0 it is not, and at 0 the comparison decides.
///
/// Of a metric that money brings back to its limit the amount is that money:
///
/// | metric | money | it is |
/// |---|---|---|
/// | `MARGIN_RATIO` | `maintenance margin ÷ limit − equity` | the equity that is missing |
/// | `LEVERAGE` | `exposure ÷ limit − equity` | the same |
/// | `EQUITY`, `FREE_COLLATERAL` | `limit − metric` | the same |
/// | `DAILY_LOSS`, `DRAWDOWN` | `then × (1 − limit) − equity` | the same |
/// | `LTV` | `debt − limit × collateral` | the debt to be repaid from outside |
/// | `HEALTH_FACTOR` | `debt − cover ÷ limit` | the same |
final class Excess {

    private Excess() {}

    /// Empty if there is no such amount: for metrics that are not made of sums, on the side of a quotient that
    /// is usually safe, and where nothing is held or owed that could cross.
    static Optional<Ratio> of(Threshold threshold, AccountRisk risk) {
        Scope scope = threshold.scope();
        BigDecimal limit = threshold.limit();
        boolean high = threshold.comparison().highIsDangerous();
        return switch (threshold.metric()) {
            case MARGIN_RATIO -> perEquity(threshold, risk.margin(scope), false);
            case LEVERAGE -> perEquity(threshold, risk.margin(scope), true);
            case DAILY_LOSS -> high ? loss(risk.account().dayOpenEquity(), risk, limit) : Optional.empty();
            case DRAWDOWN -> high ? loss(risk.account().highWaterMark(), risk, limit) : Optional.empty();
            case LTV -> high ? ltv(risk.lending(), limit) : Optional.empty();
            case HEALTH_FACTOR -> high ? Optional.empty() : health(risk.lending(), limit);
            case TRAILING_LOSS -> high ? trailing(risk.position(scope.id()), limit) : Optional.empty();
            case EQUITY, FREE_COLLATERAL, UNREALISED_PNL, NET_PNL, RETURN, NOTIONAL ->
                risk.reading(threshold.metric(), scope).map(threshold::distancePast);
            case LARGEST_WEIGHT, CONCENTRATION, DRIFT -> Optional.empty();
        };
    }

    /// Whether money brings the metric back to its limit.
    static boolean isMoney(Threshold threshold) {
        boolean high = threshold.comparison().highIsDangerous();
        return switch (threshold.metric()) {
            case MARGIN_RATIO, LEVERAGE, DAILY_LOSS, DRAWDOWN, LTV -> high;
            case EQUITY, FREE_COLLATERAL, HEALTH_FACTOR -> !high;
            case UNREALISED_PNL, NET_PNL, RETURN, TRAILING_LOSS, NOTIONAL, LARGEST_WEIGHT, CONCENTRATION, DRIFT ->
                false;
        };
    }

    /// Whether the amount is straight in the shock wherever positions and balances are.
    static boolean isStraight(Threshold threshold, Account account) {
        return switch (threshold.metric()) {
            case MARGIN_RATIO,
                    LEVERAGE,
                    EQUITY,
                    UNREALISED_PNL,
                    NET_PNL,
                    RETURN,
                    TRAILING_LOSS,
                    DAILY_LOSS,
                    DRAWDOWN,
                    NOTIONAL,
                    LTV,
                    HEALTH_FACTOR -> true;
            // Orders require for the worse of two sides, and that may change from one to the other.
            case FREE_COLLATERAL ->
                threshold.scope().type() == ScopeType.POSITION
                        || account.orders().isEmpty();
            case LARGEST_WEIGHT, CONCENTRATION, DRIFT -> false;
        };
    }

    /// Whether the amount is convex in the shock wherever all that an account holds is linear: margin rates rise
    /// with the tiers, and caps bend equity down. Then it is not crossed between two places where it is not, and
    /// changes sides once between a place where it is and one where it is not.
    static boolean isConvex(Threshold threshold) {
        boolean high = threshold.comparison().highIsDangerous();
        return switch (threshold.metric()) {
            case MARGIN_RATIO, LEVERAGE, DAILY_LOSS, DRAWDOWN, LTV -> high;
            case EQUITY, HEALTH_FACTOR -> !high;
            case UNREALISED_PNL, NET_PNL, RETURN, TRAILING_LOSS, NOTIONAL -> true;
            case FREE_COLLATERAL, LARGEST_WEIGHT, CONCENTRATION, DRIFT -> false;
        };
    }

    private static Optional<Ratio> perEquity(Threshold threshold, MarginState margin, boolean isLeverage) {
        boolean isUsual =
                threshold.comparison().highIsDangerous() && threshold.limit().signum() > 0;
        return isUsual && margin.exposure().signum() > 0
                ? Optional.of((isLeverage ? margin.exposure() : margin.maintenanceMargin())
                        .dividedBy(threshold.limit())
                        .minus(margin.equity()))
                : Optional.empty();
    }

    private static Optional<Ratio> loss(@Nullable BigDecimal then, AccountRisk risk, BigDecimal limit) {
        return then == null
                ? Optional.empty()
                : Optional.of(risk.equity().negate().plus(then.multiply(BigDecimal.ONE.subtract(limit))));
    }

    private static Optional<Ratio> ltv(LendingState lending, BigDecimal limit) {
        return lending.debt().signum() == 0
                ? Optional.empty()
                : Optional.of(lending.debt().minus(lending.collateral().times(limit)));
    }

    private static Optional<Ratio> health(LendingState lending, BigDecimal limit) {
        return lending.debt().signum() == 0 || limit.signum() <= 0
                ? Optional.empty()
                : Optional.of(lending.debt().minus(lending.liquidationCapacity().dividedBy(limit)));
    }

    private static Optional<Ratio> trailing(PositionRisk position, BigDecimal limit) {
        BigDecimal best = position.position().bestMark();
        if (best == null) {
            return Optional.empty();
        }
        BigDecimal mark = position.mark().price();
        BigDecimal lost = position.position().isLong() ? best.subtract(mark) : mark.subtract(best);
        return Optional.of(Ratio.of(lost.subtract(best.multiply(limit))));
    }
}
