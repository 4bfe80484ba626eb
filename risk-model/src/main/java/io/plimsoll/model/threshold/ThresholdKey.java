package io.plimsoll.model.threshold;

/// What thresholds that compete share: it stays the same when a limit is moved.
///
/// @param kind what crossing the threshold means
/// @param scope what is watched
/// @param metric what is read
/// @param highIsDangerous whether high values cross it
public record ThresholdKey(ThresholdKind kind, Scope scope, Metric metric, boolean highIsDangerous) {}
