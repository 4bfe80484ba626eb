package io.plimsoll.model.sizing;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.sizing.LotFill.Slot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Brings the account's currency inside its band, beside what has to be traded anyway.
///
/// 1. What is missing is raised from the most overweight assets, none further than its target.
/// 2. What still is not paid for is not bought: the money goes to the most underweight first.
/// 3. What there is too much of buys the most underweight assets, none further than its target.
///
/// @param band where the currency may end
/// @param least the least value of a trade
record CashFirst(CashBand band, BigDecimal least) {

    /// The assets with what they trade, in no particular order.
    ///
    /// @param assets with what has to be traded in any case
    List<AssetMove> settle(List<AssetMove> assets) {
        List<AssetMove> funded = worthIt(raise(assets), asset -> !asset.isBuy());
        return worthIt(invest(afford(funded)), _ -> true);
    }

    private List<AssetMove> raise(List<AssetMove> assets) {
        Ratio missing = band.lowest().minus(left(assets));
        return missing.signum() <= 0
                ? assets
                : spread(assets, asset -> !asset.isBuy(), new LotFill(missing, Ratio.UNBOUNDED, least));
    }

    private List<AssetMove> afford(List<AssetMove> assets) {
        if (band.lowest().compareTo(left(assets)) <= 0) {
            return assets;
        }
        List<AssetMove> unpaid = assets.stream()
                .map(asset -> asset.isBuy() ? asset.withQuantity(BigDecimal.ZERO) : asset)
                .toList();
        Ratio budget = Ratio.of(left(unpaid)).minus(band.lowest());
        if (budget.signum() <= 0) {
            return unpaid;
        }
        List<Slot> wanted = new ArrayList<>();
        for (int i = 0; i < assets.size(); i++) {
            AssetMove asset = assets.get(i);
            wanted.add(new Slot(unpaid.get(i), asset.isBuy() ? asset.lotsTraded() : BigDecimal.ZERO));
        }
        return new LotFill(budget, budget, least).into(wanted);
    }

    private List<AssetMove> invest(List<AssetMove> assets) {
        Ratio highest = band.highest();
        BigDecimal left = left(assets);
        return highest == null || highest.compareTo(left) >= 0
                ? assets
                : spread(
                        assets,
                        AssetMove::isBuy,
                        new LotFill(
                                Ratio.of(left).minus(highest), Ratio.of(left).minus(band.lowest()), least));
    }

    private static List<AssetMove> spread(List<AssetMove> assets, Predicate<AssetMove> takesPart, LotFill fill) {
        return fill.into(assets.stream()
                .map(asset -> new Slot(asset, takesPart.test(asset) ? asset.lotsLeft() : BigDecimal.ZERO))
                .toList());
    }

    private List<AssetMove> worthIt(List<AssetMove> assets, Predicate<AssetMove> judged) {
        return assets.stream()
                .map(asset -> judged.test(asset) && asset.value().compareTo(least) < 0
                        ? asset.withQuantity(BigDecimal.ZERO)
                        : asset)
                .toList();
    }

    private BigDecimal left(List<AssetMove> assets) {
        BigDecimal left = band.cash();
        for (AssetMove asset : assets) {
            left = asset.isBuy() ? left.subtract(asset.value()) : left.add(asset.value());
        }
        return left;
    }
}
