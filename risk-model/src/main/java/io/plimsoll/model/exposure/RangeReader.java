package io.plimsoll.model.exposure;

import io.plimsoll.model.exposure.RangedAccount.Entry;
import io.plimsoll.model.exposure.Tally.Part;
import io.plimsoll.model.threshold.Metric;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads the metric of a threshold after any shock in a range of one direction. The formulas are those of
/// [io.plimsoll.model.margin.AccountRisk#reading].
final class RangeReader {

    private final RangedShocks shocks;
    private final Watched watched;

    RangeReader(RangedShocks shocks, Watched watched) {
        this.shocks = shocks;
        this.watched = watched;
    }

    /// The metric; [Range#ANY] where it may not be defined.
    ///
    /// @param shock with its sign
    Range read(Range shock) {
        Metric metric = watched.threshold().metric();
        return switch (watched.threshold().scope().type()) {
            case ACCOUNT -> ofAccount(metric, shock);
            case POSITION -> ofPosition(metric, shock);
            case ALLOCATION -> drift(shock);
        };
    }

    private Range ofAccount(Metric metric, Range shock) {
        RangedAccount account = shocks.account();
        Tally tally = shocks.at(shock);
        return switch (metric) {
            case MARGIN_RATIO -> perEquity(tally.get(Part.MAINTENANCE), tally.get(Part.EQUITY), account.hasExposure());
            case LEVERAGE -> perEquity(tally.get(Part.EXPOSURE), tally.get(Part.EQUITY), account.hasExposure());
            case EQUITY -> tally.get(Part.EQUITY);
            case FREE_COLLATERAL -> tally.get(Part.EQUITY).minus(tally.get(Part.INITIAL));
            case UNREALISED_PNL -> tally.get(Part.UNREALISED);
            case NET_PNL -> tally.get(Part.NET_PNL);
            case NOTIONAL -> tally.get(Part.EXPOSURE);
            case DAILY_LOSS -> lossSince(account.risk().account().dayOpenEquity(), tally.get(Part.EQUITY));
            case DRAWDOWN -> lossSince(account.risk().account().highWaterMark(), tally.get(Part.EQUITY));
            case LARGEST_WEIGHT ->
                account.hasMagnitude() ? largest(shock).dividedBy(tally.get(Part.MAGNITUDE)) : Range.ZERO;
            case CONCENTRATION -> account.hasMagnitude() ? concentration(tally) : Range.ZERO;
            case LTV -> ltv(account, tally);
            case HEALTH_FACTOR -> account.hasDebt() ? tally.get(Part.COVER).dividedBy(tally.get(Part.DEBT)) : Range.ANY;
            case RETURN, TRAILING_LOSS, DRIFT -> Range.ANY;
        };
    }

    private Range ofPosition(Metric metric, Range shock) {
        Entry entry = watched.entry();
        if (entry == null || !(entry.holding() instanceof RangedPosition position)) {
            return Range.ANY;
        }
        Range price = shocks.price(entry, shock);
        Range underlying = shocks.underlying(entry, shock);
        return switch (metric) {
            case MARGIN_RATIO -> perEquity(position.maintenance(price, underlying), position.ownEquity(price), true);
            case LEVERAGE -> perEquity(position.notional(price), position.ownEquity(price), true);
            case EQUITY -> position.ownEquity(price);
            case FREE_COLLATERAL -> position.ownEquity(price).minus(position.initial(price, underlying));
            case UNREALISED_PNL -> position.unrealised(price);
            case NET_PNL -> position.net(price);
            case NOTIONAL -> position.notional(price);
            case RETURN -> position.onEntry(price);
            case TRAILING_LOSS -> trailing(position, price);
            case DAILY_LOSS, DRAWDOWN, LARGEST_WEIGHT, CONCENTRATION, LTV, HEALTH_FACTOR, DRIFT -> Range.ANY;
        };
    }

    private static Range trailing(RangedPosition position, Range price) {
        BigDecimal best = position.position().bestMark();
        if (best == null) {
            return Range.ANY;
        }
        Range then = Range.of(best);
        Range lost = position.position().isLong() ? then.minus(price) : price.minus(then);
        return lost.max(Range.ZERO).dividedBy(then);
    }

    private static Range lossSince(@Nullable BigDecimal then, Range now) {
        return then == null
                ? Range.ANY
                : Range.of(then).minus(now).max(Range.ZERO).dividedBy(Range.of(then));
    }

    /// Unbounded once equity is gone.
    private static Range perEquity(Range amount, Range equity, boolean hasExposure) {
        if (!hasExposure) {
            return Range.ZERO;
        }
        return equity.high() <= 0 ? Range.UNBOUNDED : amount.dividedBy(equity);
    }

    private static Range ltv(RangedAccount account, Tally tally) {
        if (!account.hasDebt()) {
            return Range.ZERO;
        }
        return account.hasPledges() ? tally.get(Part.DEBT).dividedBy(tally.get(Part.COLLATERAL)) : Range.UNBOUNDED;
    }

    private static Range concentration(Tally tally) {
        Range all = tally.get(Part.MAGNITUDE);
        return all.isAbove(0) ? tally.get(Part.SQUARE).dividedBy(all.times(all)) : Range.ANY;
    }

    private Range largest(Range shock) {
        Range largest = Range.ZERO;
        for (Entry entry : shocks.account().entries()) {
            if (entry.mark() != null) {
                largest = largest.max(
                        entry.holding().value(shocks.price(entry, shock)).abs());
            }
        }
        return largest;
    }

    private Range drift(Range shock) {
        Range worth = shocks.at(shock).get(Part.NET_WORTH);
        Entry entry = watched.entry();
        Range value = entry == null ? Range.ZERO : entry.holding().value(shocks.price(entry, shock));
        return worth.isAbove(0) ? value.dividedBy(worth).minus(watched.target()).abs() : Range.ANY;
    }
}
