package io.plimsoll.monitor.guard;

/// That a person has re-armed a path: what was reserved before counts no more for the breaker.
///
/// @param path which
/// @param number of the last reservation before
public record Rearmed(TradePath path, long number) {}
