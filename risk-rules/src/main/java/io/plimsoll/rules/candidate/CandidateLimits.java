package io.plimsoll.rules.candidate;

import io.plimsoll.rules.limit.WorkLimits;
import java.time.Duration;

/// What a candidate may use in its process.
///
/// @param heapMebibytes memory for objects, at least 64
/// @param metaspaceMebibytes memory for classes, at least 64
/// @param deadline processor time for everything from the files to the last scenario, positive; the start of the
/// process
///     is not counted, and by the clock it may take ten times as much
/// @param standby whether a process is kept waiting, so that the next candidate need not wait for one
/// @param work limits of each firing and of the scenarios, in the process and afterwards
public record CandidateLimits(
        int heapMebibytes, int metaspaceMebibytes, Duration deadline, boolean standby, WorkLimits work) {

    /// Room for the generated classes of the largest rule set that the linter lets through, and for the compiler's own.
    public static final int METASPACE_MEBIBYTES = 256;

    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if one is not kept
    public CandidateLimits {
        if (heapMebibytes < 64 || metaspaceMebibytes < 64 || !deadline.isPositive()) {
            throw new IllegalArgumentException(
                    "A candidate needs at least 64 MiB of heap (%d) and of metaspace (%d), and some time (%s)."
                            .formatted(heapMebibytes, metaspaceMebibytes, deadline));
        }
    }

    /// Half of this process' heap but at most 1 GiB, 256 MiB of classes, half a minute, and a process in waiting. Half,
    /// because what passes is compiled here next, beside the version that is live.
    public static CandidateLimits defaults() {
        return new CandidateLimits(
                defaultHeapMebibytes(), METASPACE_MEBIBYTES, Duration.ofSeconds(30), true, WorkLimits.DEFAULT);
    }

    /// The heap of [#defaults()].
    public static int defaultHeapMebibytes() {
        return Math.clamp(Runtime.getRuntime().maxMemory() >> 21, 64, 1_024);
    }

    /// The same limits, and no process in waiting.
    public CandidateLimits withoutStandby() {
        return new CandidateLimits(heapMebibytes, metaspaceMebibytes, deadline, false, work);
    }
}
