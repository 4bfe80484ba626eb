package io.plimsoll.model.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Water-filling, stated a second time: bit by bit, until the water runs out.
///
/// @param least what a trade must be worth
record PlainPour(Fraction least) {

    /// Pours into what has room up to its goal.
    void into(Fraction amount, Fraction most, List<PlainLine> lines) {
        into(amount, most, lines, null);
    }

    /// Pours into what has room up to limits, in lots. What would trade less than the least is left out, and
    /// all is poured again.
    ///
    /// @param most what the last lot may make of the amount; null for anything
    void into(Fraction amount, Fraction most, List<PlainLine> lines, Map<PlainLine, Fraction> limits) {
        List<PlainLine> open = new ArrayList<>(lines);
        open.removeIf(line -> room(line, limits).signum() <= 0);
        while (!open.isEmpty()) {
            Map<PlainLine, Fraction> before = new HashMap<>();
            Map<PlainLine, Fraction> lots = new HashMap<>();
            for (PlainLine line : open) {
                before.put(line, line.traded);
                lots.put(line, room(line, limits));
            }
            pourOnce(amount, most, open, lots);
            List<PlainLine> small = open.stream()
                    .filter(line -> line.tradedWorth().compareTo(least) < 0)
                    .toList();
            if (small.isEmpty()) {
                return;
            }
            before.forEach((line, traded) -> line.traded = traded);
            if (small.size() == open.size()) {
                PlainLine furthest = furthestFirst(open).getFirst();
                open = open.size() == 1 ? new ArrayList<>() : new ArrayList<>(List.of(furthest));
            } else {
                open.removeAll(small);
            }
        }
    }

    private static Fraction room(PlainLine line, Map<PlainLine, Fraction> limits) {
        return limits == null ? line.lotsToGoal() : limits.get(line);
    }

    private static void pourOnce(Fraction amount, Fraction most, List<PlainLine> open, Map<PlainLine, Fraction> lots) {
        Map<PlainLine, Fraction> shares = shares(amount, open, lots);
        Fraction missing = amount;
        for (PlainLine line : open) {
            missing = missing.minus(give(line, line.wholeLots(shares.get(line)), lots));
        }
        for (PlainLine line : furthestFirst(open)) {
            missing = missing.minus(give(line, line.wholeLots(missing).min(lots.get(line)), lots));
        }
        if (missing.signum() <= 0) {
            return;
        }
        PlainLine last = null;
        for (PlainLine line : furthestFirst(open)) {
            boolean mayTakeOne = lots.get(line).signum() > 0
                    && (most == null || line.lotWorth().minus(missing).compareTo(most.minus(amount)) <= 0);
            if (mayTakeOne && (last == null || line.lotWorth().compareTo(last.lotWorth()) < 0)) {
                last = line;
            }
        }
        if (last != null) {
            give(last, Fraction.ONE, lots);
        }
    }

    private static Fraction give(PlainLine line, Fraction count, Map<PlainLine, Fraction> lots) {
        line.trade(count.times(line.lot));
        lots.put(line, lots.get(line).minus(count));
        return count.times(line.lotWorth());
    }

    // Those that stand furthest sink together, until the next is as far, one of them is full, or nothing is left.
    private static Map<PlainLine, Fraction> shares(
            Fraction amount, List<PlainLine> open, Map<PlainLine, Fraction> lots) {
        Map<PlainLine, Fraction> shares = new HashMap<>();
        open.forEach(line -> shares.put(line, Fraction.ZERO));
        Fraction water = amount;
        while (water.signum() > 0) {
            Fraction highest = null;
            for (PlainLine line : open) {
                boolean isFull = shares.get(line).compareTo(lots.get(line).times(line.lotWorth())) >= 0;
                Fraction stands = line.away().minus(shares.get(line));
                if (!isFull && (highest == null || stands.compareTo(highest) > 0)) {
                    highest = stands;
                }
            }
            if (highest == null) {
                return shares;
            }
            List<PlainLine> sinking = new ArrayList<>();
            Fraction step = null;
            for (PlainLine line : open) {
                Fraction stands = line.away().minus(shares.get(line));
                Fraction fits = lots.get(line).times(line.lotWorth()).minus(shares.get(line));
                if (fits.signum() > 0 && stands.compareTo(highest) == 0) {
                    sinking.add(line);
                    step = step == null ? fits : step.min(fits);
                } else if (fits.signum() > 0) {
                    Fraction untilLevel = highest.minus(stands);
                    step = step == null ? untilLevel : step.min(untilLevel);
                }
            }
            Fraction each = step.min(water.over(Fraction.of(sinking.size())));
            sinking.forEach(line -> shares.put(line, shares.get(line).plus(each)));
            water = water.minus(each.times(Fraction.of(sinking.size())));
        }
        return shares;
    }

    private static List<PlainLine> furthestFirst(List<PlainLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparing((PlainLine line) -> line.away().times(Fraction.of(-1)))
                        .thenComparing(line -> line.id))
                .toList();
    }
}
