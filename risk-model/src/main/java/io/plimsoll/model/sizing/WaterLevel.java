package io.plimsoll.model.sizing;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Water-filling: an amount goes to whoever is furthest from the target until the distances that are left are
/// level, then to those together.
///
/// Source: the level `λ` at which `Σ clamp(gapᵢ − λ, 0, roomᵢ)` is the amount; the largest distance that is
/// left is then the smallest possible.
final class WaterLevel {

    /// Someone who takes of the amount.
    ///
    /// @param gap distance from the target
    /// @param room how much fits, 0 or above
    record Vessel(Ratio gap, Ratio room) {

        /// What it holds when all distances above a level are filled down to it.
        Ratio filledTo(Ratio level) {
            return gap.minus(level).max(Ratio.ZERO).min(room);
        }

        private Ratio fullAt() {
            return gap.minus(room);
        }
    }

    private WaterLevel() {}

    /// The level at which the vessels hold an amount between them, or all that they can.
    ///
    /// @param vessels at least one
    /// @param amount above 0
    static Ratio of(List<Vessel> vessels, Ratio amount) {
        List<Ratio> bends = vessels.stream()
                .flatMap(vessel -> Stream.of(vessel.gap(), vessel.fullAt()))
                .sorted(Comparator.reverseOrder())
                .toList();
        // At the first bend nothing is held. Below the last one nothing more fits.
        int dry = 0;
        int wet = bends.size() - 1;
        if (held(vessels, bends.get(wet)).compareTo(amount) <= 0) {
            return bends.get(wet);
        }
        while (wet - dry > 1) {
            int middle = (dry + wet) >>> 1;
            if (held(vessels, bends.get(middle)).compareTo(amount) < 0) {
                dry = middle;
            } else {
                wet = middle;
            }
        }
        return between(vessels, bends.get(dry), bends.get(wet), amount);
    }

    // Between two bends the same vessels fill, all at the same pace.
    private static Ratio between(List<Vessel> vessels, Ratio above, Ratio below, Ratio amount) {
        long filling = vessels.stream()
                .filter(vessel ->
                        vessel.gap().compareTo(above) >= 0 && vessel.fullAt().compareTo(below) <= 0)
                .count();
        Ratio tooMuch = held(vessels, below).minus(amount);
        return tooMuch.signum() == 0 ? below : below.plus(tooMuch.dividedBy(BigDecimal.valueOf(filling)));
    }

    private static Ratio held(List<Vessel> vessels, Ratio level) {
        Sum sum = new Sum();
        vessels.forEach(vessel -> sum.add(vessel.filledTo(level)));
        return sum.total();
    }
}
