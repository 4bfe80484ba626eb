package io.plimsoll.monitor.guard;

import static io.plimsoll.monitor.guard.Cases.at;

import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.market.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A feed of an incident, and what two engines make of it on the same 200 accounts: a naive one, which liquidates
/// whoever is past his line at the mark it looks at, and one whose liquidations the guards judge.
final class Incident {

    static final String ID = "X-PERP";

    private static final BigDecimal UP = new BigDecimal("1.02");
    private static final BigDecimal DOWN = new BigDecimal("0.98");

    private final List<Tick> ticks;
    private final Map<String, BigDecimal> lines = new TreeMap<>();
    private final Map<String, Instant> due = new TreeMap<>();
    private final Map<String, Instant> liquidated = new TreeMap<>();
    private int naiveWrong;
    private int wrong;

    /// A line of the file.
    ///
    /// @param mark null if what was given is no price
    /// @param text what was given
    /// @param truth null if there is no price to value at
    record Tick(Instant received, Mark mark, String source, String text, BigDecimal truth, Instant judged) {}

    /// @param naiveWrong accounts that the naive engine liquidates though the market is not past their line,
    ///     nor within the 2 % of it that sources may disagree by
    /// @param wrong those that ours does
    /// @param due accounts whose line the market passes at some time
    /// @param right those of them that ours liquidates
    record Outcome(int naiveWrong, int wrong, int due, int right, Duration longestWait) {}

    Incident(List<Tick> ticks, BigDecimal price) {
        this.ticks = ticks;
        for (int i = 1; i <= 100; i++) {
            BigDecimal down = BigDecimal.ONE.subtract(BigDecimal.valueOf(9L * i, 3));
            BigDecimal up = BigDecimal.ONE.add(BigDecimal.valueOf(5L * i, 2));
            lines.put("long-%03d".formatted(i), price.multiply(down));
            lines.put("short-%03d".formatted(i), price.multiply(up));
        }
    }

    static Incident read(String name) {
        List<Tick> ticks = rows(name).stream().map(Incident::tick).toList();
        return new Incident(ticks, ticks.getFirst().truth());
    }

    static List<String[]> rows(String name) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/guard/incidents/" + name + ".csv")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome outcome(GuardSettings settings, Instant start) {
        runNaively();
        runGuarded(settings, start);
        Duration longest = liquidated.entrySet().stream()
                .filter(entry -> due.containsKey(entry.getKey()))
                .map(entry -> Duration.between(due.get(entry.getKey()), entry.getValue()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        int right = (int) due.keySet().stream().filter(liquidated::containsKey).count();
        return new Outcome(naiveWrong, wrong, due.size(), right, longest);
    }

    private void runNaively() {
        List<String> gone = new ArrayList<>();
        for (Tick tick : ticks) {
            BigDecimal price = tick.mark() == null
                    ? new BigDecimal(tick.text())
                    : tick.mark().price();
            lines.forEach((account, line) -> {
                if (isPast(account, line, price) && !gone.contains(account)) {
                    gone.add(account);
                    naiveWrong += isTruly(account, tick) ? 0 : 1;
                }
            });
        }
    }

    private void runGuarded(GuardSettings settings, Instant start) {
        Guards guards = new Guards(settings, GuardState.NEW, start);
        TreeMap<Instant, List<Runnable>> events = new TreeMap<>();
        for (Tick tick : ticks) {
            schedule(events, tick.received(), () -> hear(guards, tick));
            schedule(events, tick.judged(), () -> judge(guards, tick));
        }
        events.values().forEach(moment -> moment.forEach(Runnable::run));
    }

    private static void schedule(Map<Instant, List<Runnable>> events, Instant moment, Runnable event) {
        events.computeIfAbsent(moment, any -> new ArrayList<>()).add(event);
    }

    private void hear(Guards guards, Tick tick) {
        if (tick.mark() == null) {
            guards.refusedMark(ID, tick.source(), tick.text(), tick.received());
        } else {
            guards.mark(tick.mark(), tick.received());
        }
    }

    private void judge(Guards guards, Tick tick) {
        for (Map.Entry<String, BigDecimal> entry : lines.entrySet()) {
            String account = entry.getKey();
            if (isDue(account, tick)) {
                due.putIfAbsent(account, tick.judged());
            }
            boolean isProposed = tick.mark() != null
                    && isPast(account, entry.getValue(), tick.mark().price())
                    && !liquidated.containsKey(account);
            if (isProposed && Cases.passes(guards, proposal(account, tick.mark()), tick.judged())) {
                liquidated.put(account, tick.judged());
                wrong += isTruly(account, tick) ? 0 : 1;
            }
        }
    }

    private static Proposal proposal(String account, Mark mark) {
        return new Proposal(
                "liquidate-" + account,
                account,
                "liquidation",
                "USD",
                List.of("liquidate"),
                List.of("margin"),
                List.of(),
                List.of(new Closing(ID, new BigDecimal("1000"))),
                List.of(mark));
    }

    /// Whether the market is past a line, or so near it that sources may differ about it.
    private boolean isTruly(String account, Tick tick) {
        BigDecimal share = account.startsWith("long") ? UP : DOWN;
        return tick.truth() != null && isPast(account, lines.get(account).multiply(share), tick.truth());
    }

    private boolean isDue(String account, Tick tick) {
        return tick.truth() != null && isPast(account, lines.get(account), tick.truth());
    }

    private static boolean isPast(String account, BigDecimal line, BigDecimal price) {
        return account.startsWith("long") ? price.compareTo(line) <= 0 : price.compareTo(line) >= 0;
    }

    private static Tick tick(String[] row) {
        BigDecimal price = new BigDecimal(row[3]);
        Instant received = at(Double.parseDouble(row[0]));
        return new Tick(
                received,
                price.signum() > 0 ? new Mark(ID, price, at(Double.parseDouble(row[1])), row[2]) : null,
                row[2],
                row[3],
                row[4].isEmpty() ? null : new BigDecimal(row[4]),
                at(Double.parseDouble(row[5])));
    }
}
