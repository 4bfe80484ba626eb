package io.plimsoll.model.margin;

import io.plimsoll.model.margin.PositionMargin.Piece;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.util.List;

/// Prices of one instrument at which an account reaches a margin ratio, exact across tiers.
///
/// All other marks stand still, and so does what other positions require: also an option that is written on the
/// instrument itself. With signed quantity `q`, multiplier `m`, the rest of the equity `A` and the
/// rest of the maintenance margin `B`, the ratio is `ℓ` where `g(x) = ℓ·(A + u·x) − B − (|u|·x·r_k − c_k) = 0`,
/// in whichever tier `k` the notional `|u|·x` then lies. For a linear contract `x` is the price and `u = q·m`;
/// for an inverse one `x` is the reciprocal of the price and `u = −q·m`, so that a long inverse position is a
/// short one in `x`. Because the schedule is continuous and convex, `g` is continuous and concave: each tier's
/// linear equation is solved, and the root that lies in its own tier is kept.
///
/// Sources: Binance's cross and isolated liquidation price, `(W + ΣuPnL − ΣMM + c − s·|q|·E) / (|q|·r −
/// s·|q|)`, which is this for `ℓ = 1` and a known tier; re-selecting the tier at the liquidation price is our
/// own.
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
        BigDecimal perX = perX(position);
        Ratio rest = restOfEquity(marginBehind(risk, position), position);
        boolean fallsWithX = perX.signum() < 0;
        return level(position, rest.negate().dividedBy(perX), fallsWithX ? ALWAYS : NEVER);
    }

    /// The mark at which the margin ratio reaches a limit while the position loses: from above for a long
    /// position, from below for a short one. That is the lowest price of a long, and the highest of a short,
    /// at which the ratio is still within the limit.
    ///
    /// @param ratio the limit, above 0
    /// @throws IllegalArgumentException if the limit is not above 0
    public static PriceLevel atMarginRatio(AccountRisk risk, PositionRisk position, BigDecimal ratio) {
        if (ratio.signum() <= 0) {
            throw new IllegalArgumentException("A margin ratio's limit (%s) must be above 0.".formatted(ratio));
        }
        MarginState margin = marginBehind(risk, position);
        Ratio restOfRequirement = margin.maintenanceMargin().minus(position.maintenanceMargin());
        Slack slack =
                new Slack(restOfEquity(margin, position).times(ratio).minus(restOfRequirement), perX(position), ratio);
        List<Piece> pieces = position.margin().pieces(position.position().quantity());
        return slack.perX.signum() > 0 ? rising(position, slack, pieces) : falling(position, slack, pieces);
    }

    // The slack of what gains with x may first rise and then, in tiers whose rate exceeds the limit, fall again; the
    // first root from below is where it begins to be within the limit.
    private static PriceLevel rising(PositionRisk position, Slack slack, List<Piece> pieces) {
        if (slack.at(pieces.getFirst()).signum() > 0) {
            return NEVER;
        }
        for (Piece piece : pieces) {
            BigDecimal slope = slack.slope(piece);
            if (slope.signum() > 0) {
                Ratio root = slack.root(piece, slope);
                if (slack.isIn(piece, pieces, root)) {
                    return level(position, root, NEVER);
                }
            }
        }
        return ALWAYS;
    }

    // The slack of what loses with x falls throughout, so it has exactly one root.
    private static PriceLevel falling(PositionRisk position, Slack slack, List<Piece> pieces) {
        if (slack.at(pieces.getFirst()).signum() <= 0) {
            return ALWAYS;
        }
        for (Piece piece : pieces) {
            Ratio root = slack.root(piece, slack.slope(piece));
            if (slack.isIn(piece, pieces, root)) {
                return level(position, root, ALWAYS);
            }
        }
        throw new IllegalStateException("A falling line has a root in one of the tiers.");
    }

    private static MarginState marginBehind(AccountRisk risk, PositionRisk position) {
        return risk.margin(
                position.position().isIsolated()
                        ? Scope.position(position.id())
                        : Scope.account(risk.account().id()));
    }

    private static BigDecimal perX(PositionRisk position) {
        BigDecimal units =
                position.position().quantity().multiply(position.instrument().multiplier());
        return position.instrument().type().isInverse() ? units.negate() : units;
    }

    // What the value moves with x, the equity does too: by u for each unit.
    private static Ratio restOfEquity(MarginState margin, PositionRisk position) {
        boolean inverse = position.instrument().type().isInverse();
        return inverse
                ? margin.equity().plus(position.value())
                : margin.equity().minus(position.value());
    }

    private static PriceLevel level(PositionRisk position, Ratio x, PriceLevel otherwise) {
        if (x.signum() <= 0) {
            return otherwise;
        }
        return new PriceLevel.At(
                position.instrument().type().isInverse()
                        ? Ratio.of(BigDecimal.ONE).dividedBy(x)
                        : x);
    }

    /// `g(x)`, above.
    ///
    /// @param constant `ℓ·A − B`
    /// @param perX `u`
    /// @param ratio `ℓ`
    private record Slack(Ratio constant, BigDecimal perX, BigDecimal ratio) {

        /// The slack at `x = 0`.
        Ratio at(Piece first) {
            return constant.plus(first.amount());
        }

        BigDecimal slope(Piece piece) {
            return ratio.multiply(perX).subtract(perX.abs().multiply(piece.rate()));
        }

        Ratio root(Piece piece, BigDecimal slope) {
            return constant.plus(piece.amount()).negate().dividedBy(slope);
        }

        /// Whether the notional is then in the piece; the last piece has no upper end here, as in
        /// [io.plimsoll.model.instrument.MarginSchedule#tierAt].
        boolean isIn(Piece piece, List<Piece> pieces, Ratio x) {
            Ratio notional = x.times(perX.abs());
            boolean reachesTheFloor = notional.compareTo(piece.floor()) >= 0;
            boolean staysBelowTheCap =
                    piece.equals(pieces.getLast()) || piece.cap() == null || notional.compareTo(piece.cap()) <= 0;
            return reachesTheFloor && staysBelowTheCap;
        }
    }
}
