package io.plimsoll.model.exposure;

import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Ranges of what of an account's metrics is a sum over what it holds.
final class Tally {

    /// What is summed. See [io.plimsoll.model.margin.AccountRisk].
    enum Part {
        NET_WORTH,
        EQUITY,
        EXPOSURE,
        MAINTENANCE,
        INITIAL,
        UNREALISED,
        NET_PNL,
        /// Of every holding that has a price, the magnitude of its value.
        MAGNITUDE,
        /// The squares of these magnitudes.
        SQUARE,
        /// What debts may be taken up against.
        COLLATERAL,
        /// What of it covers debts before a liquidation.
        COVER,
        DEBT
    }

    private final Set<Part> wanted;
    private final EnumMap<Part, Range> sums = new EnumMap<>(Part.class);

    /// @param wanted what is summed; the rest stays 0
    Tally(Set<Part> wanted) {
        this.wanted = wanted;
    }

    /// What the thresholds of an account are read from.
    static Set<Part> readFor(List<Threshold> thresholds) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        thresholds.stream()
                .filter(threshold -> threshold.scope().type() != ScopeType.POSITION)
                .forEach(threshold -> parts.addAll(readFor(threshold.metric())));
        return parts;
    }

    private static Set<Part> readFor(Metric metric) {
        return switch (metric) {
            case MARGIN_RATIO -> EnumSet.of(Part.EXPOSURE, Part.EQUITY, Part.MAINTENANCE);
            case LEVERAGE -> EnumSet.of(Part.EXPOSURE, Part.EQUITY);
            case EQUITY, DAILY_LOSS, DRAWDOWN -> EnumSet.of(Part.EQUITY);
            case FREE_COLLATERAL -> EnumSet.of(Part.EQUITY, Part.INITIAL);
            case UNREALISED_PNL -> EnumSet.of(Part.UNREALISED);
            case NET_PNL -> EnumSet.of(Part.NET_PNL);
            case NOTIONAL -> EnumSet.of(Part.EXPOSURE);
            case LARGEST_WEIGHT -> EnumSet.of(Part.MAGNITUDE);
            case CONCENTRATION -> EnumSet.of(Part.MAGNITUDE, Part.SQUARE);
            case LTV -> EnumSet.of(Part.DEBT, Part.COLLATERAL);
            case HEALTH_FACTOR -> EnumSet.of(Part.DEBT, Part.COVER);
            case DRIFT -> EnumSet.of(Part.NET_WORTH);
            case RETURN, TRAILING_LOSS -> EnumSet.noneOf(Part.class);
        };
    }

    boolean wants(Part part) {
        return wanted.contains(part);
    }

    Range get(Part part) {
        Range sum = sums.get(part);
        return sum == null ? Range.ZERO : sum;
    }

    void add(Part part, Range term) {
        if (wants(part)) {
            sums.put(part, get(part).plus(term));
        }
    }

    void addAll(Tally other) {
        for (Part part : wanted) {
            add(part, other.get(part));
        }
    }

    /// What is left of the sums without those of another, whose terms are among them.
    Tally without(Tally other) {
        Tally rest = new Tally(wanted);
        for (Part part : wanted) {
            rest.sums.put(part, get(part).minus(other.get(part)));
        }
        return rest;
    }
}
