package io.plimsoll.model.margin;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.margin.PositionMargin.Slice;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How the requirement of a written option grows with the notional of what is written, all marks standing
/// still.
///
/// With `v = mark ÷ U` the option's notional per notional of its underlying `N`, the requirement is `v·N +
/// max(r_k·N − c_k − o·N, f·N)`, with `o` the out-of-the-money share of `U` and `f` the floor rate: convex, and
/// linear between the tiers' floors and the one place where the floor ceases to hold.
record WrittenOption(PositionMargin margin, BigDecimal underlying) {

    List<Slice> slices(Ratio notional) {
        Instrument instrument = margin.instrument();
        OptionTerms option = Objects.requireNonNull(instrument.option());
        Ratio perUnderlying = Ratio.of(margin.mark().price(), underlying);
        Ratio away = Ratio.of(option.outOfTheMoney(underlying), underlying);
        List<Slice> slices = new ArrayList<>();
        boolean floorHolds = true;
        for (MarginTier tier : instrument.schedule().tiers()) {
            Ratio reduced = away.negate().plus(tier.maintenanceRate());
            Ratio overFloor = reduced.minus(option.floorRate());
            Ratio floor = Ratio.of(tier.floor());
            if (floorHolds && overFloor.signum() > 0) {
                Ratio ends = Ratio.of(tier.maintenanceAmount()).dividedBy(overFloor);
                // The last tier goes on beyond its cap, as it does for the requirement.
                boolean isLast = tier.equals(instrument.schedule().tiers().getLast());
                if (isLast || tier.cap() == null || ends.compareTo(tier.cap()) < 0) {
                    floorHolds = false;
                    if (ends.compareTo(floor) > 0) {
                        slices.add(slice(floor, Ratio.of(option.floorRate()), perUnderlying));
                        floor = ends;
                    }
                }
            }
            slices.add(slice(floor, floorHolds ? Ratio.of(option.floorRate()) : reduced, perUnderlying));
        }
        return slices.stream()
                .filter(slice -> slice.from().signum() == 0 || slice.from().compareTo(notional) < 0)
                .toList();
    }

    private static Slice slice(Ratio from, Ratio rate, Ratio perUnderlying) {
        Ratio perNotional = rate.dividedBy(perUnderlying).plus(BigDecimal.ONE);
        return new Slice(from.times(perUnderlying), perNotional);
    }
}
