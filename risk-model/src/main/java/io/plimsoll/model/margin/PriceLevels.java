package io.plimsoll.model.margin;

import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.util.List;

/// Prices of one instrument at which an account reaches a margin ratio, exact across tiers.
///
/// All other marks stand still. With signed quantity `q`, multiplier `m`, the rest of the equity `A` and the rest of
/// the maintenance margin `B`, the ratio is `ℓ` where `g(p) = ℓ·(A + q·m·p) − B − (|q|·m·p·r_k − c_k) = 0`, in
/// whichever tier `k` the notional `|q|·m·p` then lies. Because the schedule is continuous and convex, `g` is
/// continuous and concave: each tier's linear equation is solved, and the root that lies in its own tier is kept.
///
/// Sources: Binance's cross and isolated liquidation price, `(W + ΣuPnL − ΣMM + c − s·|q|·E) / (|q|·r − s·|q|)`, which
/// is this for `ℓ = 1` and a known tier; re-selecting the tier at the liquidation price is our own.
public final class PriceLevels {

    private static final PriceLevel NEVER = new PriceLevel.Never();
    private static final PriceLevel ALWAYS = new PriceLevel.Always();

    private PriceLevels() {}

    /// The mark at which equity equals maintenance margin: the margin ratio is 1.
    public static PriceLevel liquidationPrice(AccountRisk risk, PositionRisk position) {
        return atMarginRatio(risk, position, BigDecimal.ONE);
    }

    /// The mark at which equity is gone: `mark − equity / (q·m)`.
    public static PriceLevel bankruptcyPrice(AccountRisk risk, PositionRisk position) {
        MarginState margin = marginBehind(risk, position);
        BigDecimal perPrice =
                position.position().quantity().multiply(position.instrument().multiplier());
        BigDecimal restOfEquity = margin.equity().subtract(position.value());
        return positive(
                Ratio.of(restOfEquity.negate(), perPrice), position.position().isLong() ? NEVER : ALWAYS);
    }

    /// The mark at which the margin ratio reaches a limit while the position loses: from above for a long position,
    /// from below for a short one. That is the lowest price of a long, and the highest of a short, at which the
    /// ratio is still within the limit.
    ///
    /// @param ratio the limit, above 0
    /// @throws IllegalArgumentException if the limit is not above 0
    public static PriceLevel atMarginRatio(AccountRisk risk, PositionRisk position, BigDecimal ratio) {
        if (ratio.signum() <= 0) {
            throw new IllegalArgumentException("A margin ratio's limit (%s) must be above 0.".formatted(ratio));
        }
        MarginState margin = marginBehind(risk, position);
        Slack slack = new Slack(
                ratio.multiply(margin.equity().subtract(position.value()))
                        .subtract(margin.maintenanceMargin().subtract(position.maintenanceMargin())),
                position.position().quantity().multiply(position.instrument().multiplier()),
                ratio);
        List<MarginTier> tiers = position.instrument().schedule().tiers();
        return position.position().isLong() ? longLevel(slack, tiers) : shortLevel(slack, tiers);
    }

    // A long's slack may first rise with the price and then, in tiers whose rate exceeds the limit, fall again; the
    // first root from below is where it begins to be within the limit.
    private static PriceLevel longLevel(Slack slack, List<MarginTier> tiers) {
        if (slack.constant.signum() > 0) {
            return NEVER;
        }
        for (MarginTier tier : tiers) {
            BigDecimal slope = slack.slope(tier);
            if (slope.signum() > 0) {
                Ratio root = slack.root(tier, slope);
                if (slack.isIn(tier, tiers, root)) {
                    return positive(root, NEVER);
                }
            }
        }
        return ALWAYS;
    }

    // A short's slack falls with the price throughout, so it has exactly one root.
    private static PriceLevel shortLevel(Slack slack, List<MarginTier> tiers) {
        if (slack.constant.signum() <= 0) {
            return ALWAYS;
        }
        for (MarginTier tier : tiers) {
            Ratio root = slack.root(tier, slack.slope(tier));
            if (slack.isIn(tier, tiers, root)) {
                return positive(root, ALWAYS);
            }
        }
        throw new IllegalStateException("A falling line has a root in one of the tiers.");
    }

    private static MarginState marginBehind(AccountRisk risk, PositionRisk position) {
        return risk.margin(
                risk.account().isCross() ? Scope.account(risk.account().id()) : Scope.position(position.id()));
    }

    private static PriceLevel positive(Ratio price, PriceLevel otherwise) {
        return price.signum() > 0 ? new PriceLevel.At(price) : otherwise;
    }

    /// `g(p)`, above.
    ///
    /// @param constant `ℓ·A − B`
    /// @param perPrice `q·m`
    /// @param ratio `ℓ`
    private record Slack(BigDecimal constant, BigDecimal perPrice, BigDecimal ratio) {

        BigDecimal slope(MarginTier tier) {
            return ratio.multiply(perPrice).subtract(perPrice.abs().multiply(tier.maintenanceRate()));
        }

        Ratio root(MarginTier tier, BigDecimal slope) {
            return Ratio.of(constant.add(tier.maintenanceAmount()).negate(), slope);
        }

        /// Whether at this price the notional is in the tier; the last tier has no upper end here, as in
        /// [io.plimsoll.model.instrument.MarginSchedule#tierAt].
        boolean isIn(MarginTier tier, List<MarginTier> tiers, Ratio price) {
            Ratio notional = price.times(perPrice.abs());
            boolean reachesTheFloor = notional.compareTo(tier.floor()) >= 0;
            boolean staysBelowTheCap =
                    tier.equals(tiers.getLast()) || tier.cap() == null || notional.compareTo(tier.cap()) <= 0;
            return reachesTheFloor && staysBelowTheCap;
        }
    }
}
