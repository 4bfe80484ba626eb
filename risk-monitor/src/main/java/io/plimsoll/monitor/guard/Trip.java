package io.plimsoll.monitor.guard;

import java.time.Instant;

/// That the breaker has stopped a rule from trading an instrument.
///
/// @param path which
/// @param trades how many of them tripped it
/// @param at when
public record Trip(TradePath path, int trades, Instant at) {}
