package io.plimsoll.monitor.zone;

/// What an account has to stay clear of: linear functions of marks that are positive as long as nothing
/// happens, and the ranges of marks in which they are true of it.
///
/// Line `k` at marks `m` is `constants[k] + Σ slopes[k·n + i]·m[i]`. Each number is closer to the exact one
/// than `2⁻⁵¹` of its magnitude.
///
/// @param instruments whose marks decide, as [SafeZones#instrument] numbered them, each once
/// @param from what the mark of each must stay above for the lines to hold; negative for no bound
/// @param to what the mark of each must stay below for the lines to hold; infinite for no bound
/// @param constants of each line
/// @param slopes of each line, for each instrument
@SuppressWarnings("ArrayRecordComponent")
public record Lines(int[] instruments, double[] from, double[] to, double[] constants, double[] slopes) {

    /// The most instruments of an account: the error bound of [SafeZones] counts on it.
    public static final int MAX_INSTRUMENTS = 1 << 20;

    /// Those of an account that nothing can happen to.
    public static final Lines NONE = new Lines(new int[0], new double[0], new double[0], new double[0], new double[0]);

    /// @throws IllegalArgumentException if the lengths don't fit together
    public Lines {
        int n = instruments.length;
        if (n > MAX_INSTRUMENTS || from.length != n || to.length != n || slopes.length != (long) constants.length * n) {
            throw new IllegalArgumentException(
                    "%d lines over %d instruments can't have %d lower bounds, %d upper bounds and %d slopes."
                            .formatted(constants.length, n, from.length, to.length, slopes.length));
        }
    }
}
