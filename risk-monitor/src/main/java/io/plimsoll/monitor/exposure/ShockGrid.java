package io.plimsoll.monitor.exposure;

import io.plimsoll.model.exposure.ShockDirection;
import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// The shocks at which a book is looked at.
///
/// @param shocks each once, in ascending order, each a share of marks above −1 and at most
///     [ShockDirection#LARGEST]; 0, which is the present, is always among them
public record ShockGrid(List<BigDecimal> shocks) {

    /// The most shocks of a grid, the present among them.
    public static final int MOST = 401;

    /// From −50 % to +50 % in steps of 2.5 %: 41 shocks.
    public static final ShockGrid STANDARD = evenly(new BigDecimal("0.025"), 20);

    /// Puts the shocks in order, and the present among them.
    ///
    /// @throws InvalidFactException if one is out of range, or there are too many
    public ShockGrid {
        shocks = canonical(shocks);
    }

    /// So many steps of this width to each side.
    ///
    /// @throws InvalidFactException if one is out of range, or there are too many
    public static ShockGrid evenly(BigDecimal step, int steps) {
        List<BigDecimal> shocks = new ArrayList<>();
        for (int i = -steps; i <= steps; i++) {
            shocks.add(step.multiply(BigDecimal.valueOf(i)));
        }
        return new ShockGrid(shocks);
    }

    private static List<BigDecimal> canonical(Collection<BigDecimal> given) {
        TreeSet<BigDecimal> sorted = new TreeSet<>();
        sorted.add(BigDecimal.ZERO);
        for (BigDecimal each : given) {
            BigDecimal shock = Facts.decimal("shocks", each);
            if (shock.compareTo(BigDecimal.ONE.negate()) <= 0 || shock.compareTo(ShockDirection.LARGEST) > 0) {
                throw new InvalidFactException(
                        "shocks",
                        "must each be above -1 and at most %s; one is %s. Maybe a percentage was given: -20 %% is -0.2."
                                .formatted(ShockDirection.LARGEST, shock.toPlainString()));
            }
            sorted.add(shock);
        }
        if (sorted.size() > MOST) {
            throw new InvalidFactException(
                    "shocks", "are %d; there may be %d, 0 among them.".formatted(sorted.size(), MOST));
        }
        return List.copyOf(sorted);
    }

    /// How many there are.
    public int size() {
        return shocks.size();
    }

    /// The shock at a place.
    public BigDecimal at(int place) {
        return shocks.get(place);
    }

    /// The place of the present.
    public int present() {
        int place = 0;
        while (shocks.get(place).signum() != 0) {
            place++;
        }
        return place;
    }
}
