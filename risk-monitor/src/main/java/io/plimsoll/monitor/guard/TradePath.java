package io.plimsoll.monitor.guard;

/// A rule and an instrument or asset that it trades.
///
/// @param rule by name
/// @param instrument the instrument or asset
public record TradePath(String rule, String instrument) implements Comparable<TradePath> {

    @Override
    public int compareTo(TradePath other) {
        int byRule = rule.compareTo(other.rule);
        return byRule != 0 ? byRule : instrument.compareTo(other.instrument);
    }
}
