package io.plimsoll.rules.limit;

import org.jspecify.annotations.Nullable;

/// Counts the work of one firing on the thread that does it, and stops it at its limits.
///
/// The count of steps comes first, because it stops the same firing at the same step on every machine; the clock is for
/// steps that are slow. It is first read after some thousand steps, which an ordinary firing never takes.
public final class WorkMeter implements AutoCloseable {

    private static final int STEPS_BETWEEN_LOOKS = 4_096;

    private static final ThreadLocal<@Nullable WorkMeter> CURRENT = new ThreadLocal<>();

    private final WorkLimits limits;
    private long steps;
    private long nextLook = STEPS_BETWEEN_LOOKS;
    private long firstLook;

    private WorkMeter(WorkLimits limits) {
        this.limits = limits;
    }

    /// Starts to count what this thread does, until the meter is closed.
    ///
    /// @throws IllegalStateException if it is counting already
    public static WorkMeter start(WorkLimits limits) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("Rules can't fire within rules.");
        }
        WorkMeter meter = new WorkMeter(limits);
        CURRENT.set(meter);
        return meter;
    }

    /// Adds work to the meter of this thread, if it has one.
    ///
    /// @throws WorkLimitException if that is more than the limit
    public static void add(int steps) {
        @Nullable WorkMeter meter = CURRENT.get();
        if (meter != null) {
            meter.count(steps);
        }
    }

    private void count(int more) {
        steps += more;
        if (steps > limits.joinSteps()) {
            throw new WorkLimitException(("its conditions compared more than %,d pairs of facts and were stopped."
                            + " Maybe a pattern lacks a constraint with == that joins it to the others.")
                    .formatted(limits.joinSteps()));
        }
        if (steps >= nextLook) {
            nextLook = steps + STEPS_BETWEEN_LOOKS;
            look();
        }
    }

    private void look() {
        long now = System.nanoTime();
        if (firstLook == 0) {
            firstLook = now;
        } else if (now - firstLook > limits.firing().toNanos()) {
            throw new WorkLimitException(("it took longer than %,d ms and was stopped."
                            + " Maybe a pattern lacks a constraint with == that joins it to the others.")
                    .formatted(limits.firing().toMillis()));
        }
    }

    /// Stops counting.
    @Override
    public void close() {
        CURRENT.remove();
    }
}
