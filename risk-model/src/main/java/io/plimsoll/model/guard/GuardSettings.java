package io.plimsoll.model.guard;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.util.HashMap;
import java.util.Map;

/// What all guards hold to. Immutable; limits that are missing, out of bounds or at odds with others are refused
/// when it is made, so that an engine can't be started with a guard that does nothing.
///
/// @param marks when marks are relied on
/// @param instruments in place of that for some marks, by identifier: a thin market needs more sources, a narrower
///     band and more time to settle
/// @param throttle how much may be traded in a window
/// @param breaker when a rule that trades again and again is stopped
/// @param arming when instruments are armed after a start
public record GuardSettings(
        MarkLimits marks,
        Map<String, MarkLimits> instruments,
        ThrottleLimits throttle,
        BreakerLimits breaker,
        ArmingLimits arming) {

    /// Sane limits for a book of liquid instruments in dollars.
    public static final GuardSettings STANDARD = new GuardSettings(
            MarkLimits.STANDARD, Map.of(), ThrottleLimits.STANDARD, BreakerLimits.STANDARD, ArmingLimits.STANDARD);

    /// @throws InvalidFactException if a limit is missing, or contradicts another
    public GuardSettings {
        marks = Checks.present("marks", marks);
        instruments = checked(Checks.present("instruments", instruments));
        throttle = Checks.present("throttle", throttle);
        breaker = Checks.present("breaker", breaker);
        arming = Checks.present("arming", arming);
        long windows =
                -Math.floorDiv(-breaker.window().toNanos(), throttle.window().toNanos());
        long reachable = windows * throttle.perInstrument().count();
        Checks.require(
                breaker.trades() <= reachable,
                "breaker/trades",
                "(%d in %s) can never be reached: throttle/perInstrument/count (%d in %s) lets %d through at most."
                        + " Maybe lower it to that.",
                breaker.trades(),
                breaker.window(),
                throttle.perInstrument().count(),
                throttle.window(),
                reachable);
    }

    /// The limits for the marks of an instrument or asset.
    public MarkLimits marks(String instrument) {
        return instruments.getOrDefault(instrument, marks);
    }

    /// The same with other limits for one mark.
    public GuardSettings with(String instrument, MarkLimits limits) {
        Map<String, MarkLimits> changed = new HashMap<>(instruments);
        changed.put(instrument, limits);
        return new GuardSettings(marks, changed, throttle, breaker, arming);
    }

    private static Map<String, MarkLimits> checked(Map<String, MarkLimits> instruments) {
        Map<String, MarkLimits> checked = new HashMap<>();
        instruments.forEach((instrument, limits) -> checked.put(
                Facts.identifier("instruments", Checks.present("instruments", instrument)),
                Checks.present("instruments/" + instrument, limits)));
        return Map.copyOf(checked);
    }
}
