package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Purchases of assets, held to what the account's currency and the sales pay for.
///
/// Rounding to lots, and net worth that lies in holdings without a target, can ask for more than there is. The
/// largest purchase then gives way, by whole lots, and the next largest after it.
final class Purchases {

    private static final Comparator<Trade> LARGEST_FIRST =
            Comparator.comparing(Trade::notional).reversed().thenComparing(Trade::holding);

    private final Snapshot snapshot;
    private Ratio missing;

    private Purchases(Snapshot snapshot, Ratio missing) {
        this.snapshot = snapshot;
        this.missing = missing;
    }

    /// The same trades, with purchases cut so that the currency is not overdrawn further.
    static List<Trade> affordable(Snapshot snapshot, CashBand currency, List<Trade> trades) {
        BigDecimal left = currency.cash();
        for (Trade trade : trades) {
            if (isOfAnAsset(trade)) {
                left = trade.side() == Side.BUY ? left.subtract(trade.notional()) : left.add(trade.notional());
            }
        }
        Purchases purchases = new Purchases(snapshot, currency.lowest().minus(left));
        return trades.stream()
                .sorted(LARGEST_FIRST)
                .flatMap(trade -> purchases.cut(trade).stream())
                .sorted(Comparator.comparing(Trade::holding))
                .toList();
    }

    private Optional<Trade> cut(Trade trade) {
        boolean mayStay = missing.signum() <= 0 || trade.side() == Side.SELL || !isOfAnAsset(trade);
        if (mayStay) {
            return Optional.of(trade);
        }
        BigDecimal lot = snapshot.collateralAsset(trade.holding().id())
                .orElseThrow(() -> new IllegalStateException("A snapshot has its assets."))
                .lotSize();
        BigDecimal cut = missing.dividedBy(trade.mark())
                .wholeUnits(lot, RoundingMode.CEILING)
                .multiply(lot)
                .min(trade.quantity());
        missing = missing.minus(cut.multiply(trade.mark()));
        BigDecimal kept = Decimals.canonical(trade.quantity().subtract(cut));
        return kept.signum() == 0
                ? Optional.empty()
                : Optional.of(new Trade(
                        trade.holding(),
                        trade.side(),
                        kept,
                        trade.mark(),
                        Decimals.canonical(kept.multiply(trade.mark()))));
    }

    private static boolean isOfAnAsset(Trade trade) {
        return trade.holding().type() == Holding.Type.ASSET;
    }
}
