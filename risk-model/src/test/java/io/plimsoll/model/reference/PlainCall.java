package io.plimsoll.model.reference;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.threshold.Metric;
import java.math.BigDecimal;

/// Margin calls, stated a second time.
final class PlainCall {

    private static final Fraction HUNDRED_MILLION = Fraction.of(100_000_000);

    private PlainCall() {}

    /// The least amount in whole 10^-8 that brings a metric to a clear level.
    static BigDecimal amount(Account account, Metric metric, Purse purse, BigDecimal clear) {
        boolean isRatio = metric == Metric.MARGIN_RATIO || metric == Metric.LEVERAGE;
        if (isRatio && purse.exposure().signum() == 0) {
            return BigDecimal.ZERO;
        }
        Fraction wanted = equity(account, metric, purse, Fraction.of(clear));
        if (wanted == null) {
            return BigDecimal.ZERO;
        }
        Fraction missing = wanted.minus(purse.equity()).max(Fraction.ZERO);
        Fraction amount = Fraction.of(missing.ceiling(8));
        boolean isStillWithout = purse.equity().plus(amount).signum() <= 0;
        return (isRatio && isStillWithout ? amount.plus(Fraction.ONE.over(HUNDRED_MILLION)) : amount).floor(8);
    }

    private static Fraction equity(Account account, Metric metric, Purse purse, Fraction clear) {
        return switch (metric) {
            case MARGIN_RATIO -> purse.maintenance().over(clear);
            case LEVERAGE -> purse.exposure().over(clear);
            case EQUITY -> clear;
            case FREE_COLLATERAL -> purse.initial().plus(clear);
            case DAILY_LOSS -> afterLosing(account.dayOpenEquity(), clear);
            case DRAWDOWN -> afterLosing(account.highWaterMark(), clear);
            default -> throw new IllegalArgumentException("Collateral does not move it.");
        };
    }

    private static Fraction afterLosing(BigDecimal before, Fraction share) {
        return before == null
                ? null
                : Fraction.of(before).minus(Fraction.of(before).times(share));
    }
}
