package io.plimsoll.monitor.guard;

import java.util.SortedMap;
import java.util.TreeMap;

/// How far an action reaches, which decides who judges it.
public enum Reach {
    /// Trades against the client's will. All guards judge it.
    FORCED,
    /// Trades as the client has asked for (a rebalance). All guards judge it, but it is throttled by itself.
    CHOSEN,
    /// Trades nothing: calls, alerts, restrictions. Goes on when others are withheld, with the doubts shown; only the
    /// kill switch stops it.
    NOTICE;

    private static final SortedMap<String, Reach> TYPES = new TreeMap<>();

    static {
        TYPES.put("liquidation", FORCED);
        TYPES.put("collateralLiquidation", FORCED);
        TYPES.put("reduceLeverage", FORCED);
        TYPES.put("closePosition", FORCED);
        TYPES.put("rebalance", CHOSEN);
        TYPES.put("marginCall", NOTICE);
        TYPES.put("restrictTrading", NOTICE);
        TYPES.put("alert", NOTICE);
    }

    /// The reach of a type of action; one that nobody has thought of is taken to trade by force.
    static Reach of(String type) {
        return TYPES.getOrDefault(type, FORCED);
    }

    static boolean isKnown(String type) {
        return TYPES.containsKey(type);
    }

    static String knownTypes() {
        return String.join(", ", TYPES.keySet());
    }
}
