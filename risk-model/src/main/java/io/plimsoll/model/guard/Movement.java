package io.plimsoll.model.guard;

import java.math.BigDecimal;
import java.time.Duration;

/// How far a price may move before it has to settle.
///
/// @param band the most against the slow reference, relative to it; above `velocity`, at most 0.9
/// @param reference the window of the slow reference; longer than `velocityWindow`, at most 7 days
/// @param velocity the most against any price of the last `velocityWindow`, relative to that price; above 0
/// @param velocityWindow 1 second to 1 day
public record Movement(BigDecimal band, Duration reference, BigDecimal velocity, Duration velocityWindow) {

    private static final BigDecimal MOST = new BigDecimal("0.9");

    /// @throws io.plimsoll.model.fact.InvalidFactException if a limit is out of its bounds, or one can never be
    ///     reached because of another
    public Movement {
        band = Checks.positive("band", band, MOST);
        velocity = Checks.positive("velocity", velocity, MOST);
        velocityWindow = Checks.duration("velocityWindow", velocityWindow, Duration.ofSeconds(1), Duration.ofDays(1));
        reference = Checks.duration("reference", reference, Duration.ofSeconds(2), Duration.ofDays(7));
        Checks.require(
                velocity.compareTo(band) < 0,
                "velocity",
                "(%s) must be below band (%s), or it is never reached first. Maybe the two were swapped.",
                velocity.toPlainString(),
                band.toPlainString());
        Checks.require(
                reference.compareTo(velocityWindow) > 0,
                "reference",
                "(%s) must be longer than velocityWindow (%s). Maybe the two were swapped.",
                reference,
                velocityWindow);
        Checks.require(
                velocity.multiply(nanos(reference)).compareTo(band.multiply(nanos(velocityWindow))) > 0,
                "band",
                "(%s in %s) allows a faster move than velocity (%s in %s), which is then never needed to be fast."
                        + " Maybe make reference longer, or band narrower.",
                band.toPlainString(),
                reference,
                velocity.toPlainString(),
                velocityWindow);
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos());
    }
}
