package io.plimsoll.model.accrual;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// A value that moves on a straight line from one to another between two instants, so that nobody is over a
/// limit because of a keystroke. Before the start it is the first, from the end on the second, in between
/// exact to the nanosecond. A ramp whose start is its end is a step.
///
/// @param from the value until the start; any unit
/// @param to the value from the end on; the same unit
/// @param start the last instant of the first value
/// @param end the first instant of the second value, not before the start
public record LinearRamp(BigDecimal from, BigDecimal to, Instant start, Instant end) {

    /// Which way a limit moves when it gets stricter: a liquidation LTV falls, a margin rate rises.
    public enum Stricter {
        LOWER,
        HIGHER
    }

    /// @throws InvalidFactException if the end is before the start
    public LinearRamp {
        if (end.isBefore(start)) {
            throw new InvalidFactException(
                    "end",
                    "must not be before the start (%s), but is %s. Maybe they are swapped.".formatted(start, end));
        }
    }

    /// A change of a limit that only makes accounts wait for what hurts them: if it gets stricter it takes
    /// the time, otherwise it applies at once.
    ///
    /// Source: Euler Vault Kit, `LTVConfig.getLTV`. There the LTV for borrowing is never ramped, only that for
    /// liquidations.
    public static LinearRamp easing(Stricter stricter, BigDecimal from, BigDecimal to, Instant start, Duration time) {
        int change = to.compareTo(from);
        boolean tightens = switch (stricter) {
            case LOWER -> change < 0;
            case HIGHER -> change > 0;
        };
        return new LinearRamp(from, to, start, tightens ? start.plus(time) : start);
    }

    /// A price that falls to zero: `top · (time − elapsed) ÷ time`.
    ///
    /// Source: Maker, `abaci.sol LinearDecrease` (collateral auctions).
    public static LinearRamp toZero(BigDecimal top, Instant start, Duration time) {
        return new LinearRamp(top, BigDecimal.ZERO, start, start.plus(time));
    }

    /// The value at an instant, exact.
    public Ratio at(Instant instant) {
        if (!instant.isBefore(end)) {
            return Ratio.of(to);
        }
        if (!instant.isAfter(start)) {
            return Ratio.of(from);
        }
        return Ratio.of(to.subtract(from))
                .times(Year.seconds(Duration.between(start, instant)))
                .dividedBy(Year.seconds(Duration.between(start, end)))
                .plus(from);
    }
}
