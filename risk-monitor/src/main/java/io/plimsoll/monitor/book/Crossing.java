package io.plimsoll.monitor.book;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;

/// A threshold that was crossed, or whose breach is over.
///
/// @param account its number
/// @param threshold which
/// @param observed the metric's value, exact
/// @param isOver whether the metric is at the clear level or safer after a breach
public record Crossing(int account, Threshold threshold, Ratio observed, boolean isOver) {}
