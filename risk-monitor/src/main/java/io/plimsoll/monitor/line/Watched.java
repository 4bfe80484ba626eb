package io.plimsoll.monitor.line;

import io.plimsoll.model.threshold.Threshold;

/// A threshold that is watched.
///
/// @param threshold what is watched
/// @param isOpen whether a breach of it is open: then its clear level is watched, and not its limit
public record Watched(Threshold threshold, boolean isOpen) {}
