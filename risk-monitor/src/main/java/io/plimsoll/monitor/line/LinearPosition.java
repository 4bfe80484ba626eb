package io.plimsoll.monitor.line;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.instrument.OpenInterest;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A position as linear functions of its mark, and its margin as lines that bound it. The formulas are those of
/// [PositionRisk]; inverse contracts and options have none.
///
/// @param risk the position at the marks that hold now
/// @param ranges told between which marks what was asked for is true
record LinearPosition(PositionRisk risk, MarkRanges ranges) {

    static Optional<LinearPosition> of(PositionRisk risk, MarkRanges ranges) {
        Instrument instrument = risk.instrument();
        return instrument.type().isInverse() || instrument.option() != null
                ? Optional.empty()
                : Optional.of(new LinearPosition(risk, ranges));
    }

    private BigDecimal units() {
        return risk.position().quantity().multiply(risk.instrument().multiplier());
    }

    private Linear perMark(BigDecimal units) {
        return ranges.times(risk.instrument().id(), Ratio.of(units));
    }

    /// At the mark, signed like the quantity.
    Linear value() {
        return perMark(units());
    }

    /// The magnitude of the value.
    Linear notional() {
        return perMark(units().abs());
    }

    /// Gained since entry.
    Linear gain() {
        return value().minus(Linear.of(units().multiply(risk.position().entryPrice())));
    }

    /// What it adds to equity.
    Linear contribution() {
        Linear held = risk.instrument().type().isPaidFor() ? value() : gain();
        return held.plus(Linear.of(risk.funding()));
    }

    /// Gained since entry with funding, less the fees of opening and closing.
    Linear net() {
        BigDecimal entry = units().abs().multiply(risk.position().entryPrice());
        return gain().plus(Linear.of(risk.funding()))
                .minus(notional().plus(Linear.of(entry)).times(risk.instrument().takerFee()));
    }

    /// The notional at entry.
    BigDecimal atEntry() {
        return units().abs().multiply(risk.position().entryPrice());
    }

    /// A line that maintenance margin is never above, or never below, between the marks that `ranges` is told.
    ///
    /// Maintenance margin is convex in the notional. So the line of the present tier is never above it, at any
    /// mark; and a chord over several tiers, or a ray with the last tier's rate, is never below it.
    Linear maintenance(Bound bound, Span span) {
        List<MarginTier> tiers = tiers();
        int present = tierAt(risk.notional());
        if (bound == Bound.NEVER_ABOVE) {
            MarginTier tier = tiers.get(present);
            return notional().times(tier.maintenanceRate()).minus(Linear.of(tier.maintenanceAmount()));
        }
        MarginTier lowest = tiers.get(span.lowest(this));
        MarginTier highest = tiers.get(span.highest(this));
        restrict(lowest, highest);
        BigDecimal start = lowest.maintenanceMargin(lowest.floor());
        return notional()
                .minus(Linear.of(lowest.floor()))
                .times(slope(lowest, highest))
                .plus(Linear.of(start));
    }

    private Ratio slope(MarginTier lowest, MarginTier highest) {
        BigDecimal end = highest.cap();
        if (lowest.equals(highest) || end == null || isLast(highest)) {
            return Ratio.of(highest.maintenanceRate());
        }
        BigDecimal rise = highest.maintenanceMargin(end).subtract(lowest.maintenanceMargin(lowest.floor()));
        return Ratio.of(rise, end.subtract(lowest.floor()));
    }

    /// A line that initial margin is never above, or never below, between the marks that `ranges` is told:
    /// rates never fall from tier to tier.
    Linear initial(Bound bound, Span span) {
        MarginTier lowest = tiers().get(span.lowest(this));
        MarginTier highest = tiers().get(span.highest(this));
        restrict(lowest, highest);
        BigDecimal allowed = (bound == Bound.NEVER_ABOVE ? lowest : highest).maxLeverage();
        BigDecimal leverage = risk.margin().leverage();
        Ratio rate = Ratio.of(BigDecimal.ONE, leverage == null ? allowed : leverage.min(allowed));
        OpenInterest openInterest = risk.instrument().openInterest();
        Ratio used = openInterest == null ? rate : openInterest.initialMarginRate(rate);
        return ranges.times(risk.instrument().id(), used.times(units().abs()));
    }

    /// The place in the schedule of the tier of a notional.
    int tierAt(Ratio notional) {
        return risk.instrument().schedule().indexAt(notional);
    }

    private List<MarginTier> tiers() {
        return risk.instrument().schedule().tiers();
    }

    private boolean isLast(MarginTier tier) {
        return tier.equals(tiers().getLast());
    }

    private void restrict(MarginTier lowest, MarginTier highest) {
        String mark = risk.instrument().id();
        if (lowest.floor().signum() > 0) {
            ranges.above(mark, Ratio.of(lowest.floor(), units().abs()));
        }
        BigDecimal cap = highest.cap();
        if (cap != null && !isLast(highest)) {
            ranges.below(mark, Ratio.of(cap, units().abs()));
        }
    }
}
