package io.plimsoll.benchmarks.monitor;

import io.plimsoll.benchmarks.Benchmark;
import io.plimsoll.benchmarks.BenchmarkException;
import io.plimsoll.benchmarks.Report;
import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.book.BookMonitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// A book of 10,000, 100,000 and 1,000,000 accounts under a random walk of its marks and then a crash of 10 %,
/// by the monitor, by a scan of all holders of what ticks and, for some ticks of the walk, by plain Drools. They see
/// the
/// same ticks, one after the other, and what they tell is compared tick by tick.
public final class MonitorBenchmark implements Benchmark {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final long SEED = 20_261_123;
    private static final int WARM_UP = 2_000;
    private static final double STEP = 1e-4;
    private static final int CRASH_STEPS = 10;
    /// Ticks of the walk that plain Drools sees, times accounts: it takes long. It warms up with as many before.
    private static final int PLAIN = 20_000_000;

    private static final int MOST_PLAIN = 1_000;

    @Override
    public Report run(boolean quick) throws BenchmarkException {
        List<Report.Row> rows = new ArrayList<>();
        Map<String, Double> ratios = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("missed", 0L);
        counts.put("spurious", 0L);
        for (int size : quick ? SIZES.subList(0, 2) : SIZES) {
            Run run = new Run(size, quick);
            run.measure();
            run.report(rows, ratios, counts);
        }
        return Report.here("monitor", rows, ratios, counts);
    }

    /// One size of a book.
    private static final class Run {

        private final int size;
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final Market market = new Market(random);
        private final GeneratedBook book = new GeneratedBook(SEED, market);
        private final Scan scan;
        private final Set<Event> told = new HashSet<>();
        private final BookMonitor monitor =
                new BookMonitor(book, crossing -> Event.of(crossing).ifPresent(told::add));
        private final Times monitorWalk;
        private final Times scanWalk;
        private final Times monitorCrash = new Times(Market.INSTRUMENTS * CRASH_STEPS);
        private final Times scanCrash = new Times(Market.INSTRUMENTS * CRASH_STEPS);
        private final int plain;
        private final Times monitorBesidePlain;
        private final Times plainWalk;
        private final int walk;
        private final long bytes;
        private final double watchNanos;
        private long holders;
        private long events;
        private long missed;
        private long spurious;
        private long differing;

        Run(int size, boolean quick) {
            this.size = size;
            // A scan of a large book takes long.
            this.walk = quick ? 10_000 : size > 100_000 ? 20_000 : 50_000;
            plain = Math.min(MOST_PLAIN, PLAIN / size);
            monitorBesidePlain = new Times(plain);
            plainWalk = new Times(plain);
            monitorWalk = new Times(walk);
            scanWalk = new Times(walk);
            System.err.printf("%,d accounts …%n", size);
            for (int i = 0; i < Market.INSTRUMENTS; i++) {
                monitor.expect(market.mark(i), 1);
            }
            long before = usedHeap();
            long start = System.nanoTime();
            for (int account = 0; account < size; account++) {
                monitor.changed(monitor.add());
            }
            watchNanos = (double) (System.nanoTime() - start) / size;
            bytes = (usedHeap() - before) / size;
            scan = new Scan(book, market, size);
        }

        void measure() {
            for (int i = 0; i < WARM_UP + walk; i++) {
                int instrument = market.any(random);
                double factor = 1 + STEP * random.nextGaussian();
                boolean counts = i >= WARM_UP;
                tick(instrument, factor, counts ? monitorWalk : new Times(1), counts ? scanWalk : new Times(1));
                holders += counts ? scan.holdersOf(instrument).length : 0;
            }
            besidePlain();
            double step = Math.pow(0.9, 1.0 / CRASH_STEPS);
            for (int i = 0; i < CRASH_STEPS; i++) {
                for (int instrument = 0; instrument < Market.INSTRUMENTS; instrument++) {
                    tick(instrument, step, monitorCrash, scanCrash);
                }
            }
        }

        private void besidePlain() {
            try (PlainBook book = new PlainBook(scan, size)) {
                for (int i = 0; i < 2 * plain; i++) {
                    boolean counts = i >= plain;
                    int instrument = market.any(random);
                    Set<Event> expected = tick(
                            instrument,
                            1 + STEP * random.nextGaussian(),
                            counts ? monitorBesidePlain : new Times(1),
                            new Times(1));
                    long start = System.nanoTime();
                    book.take(instrument);
                    (counts ? plainWalk : new Times(1)).add(System.nanoTime() - start);
                    differing += book.told().equals(expected) ? 0 : 1;
                }
            }
        }

        private Set<Event> tick(int instrument, double factor, Times byMonitor, Times byScan) {
            Mark mark = market.move(instrument, factor);
            List<Mark> moment = List.of(mark);
            told.clear();
            long start = System.nanoTime();
            monitor.take(moment);
            byMonitor.add(System.nanoTime() - start);

            Set<Event> expected = new HashSet<>();
            start = System.nanoTime();
            scan.take(instrument, mark.price(), expected::add);
            byScan.add(System.nanoTime() - start);

            events += expected.size();
            missed += expected.stream().filter(event -> !told.contains(event)).count();
            spurious += told.stream().filter(event -> !expected.contains(event)).count();
            return expected;
        }

        void report(List<Report.Row> rows, Map<String, Double> ratios, Map<String, Long> counts) {
            rows.add(monitorWalk.row("monitor/walk/" + size));
            rows.add(scanWalk.row("scan/walk/" + size));
            rows.add(plainWalk.row("plain_drools/walk/" + size));
            rows.add(monitorCrash.row("monitor/crash/" + size));
            rows.add(scanCrash.row("scan/crash/" + size));
            ratios.put("vs_scan/walk/" + size, scanWalk.mean() / monitorWalk.mean());
            ratios.put("vs_plain_drools/walk/" + size, plainWalk.mean() / monitorBesidePlain.mean());
            ratios.put("vs_scan/crash/" + size, scanCrash.mean() / monitorCrash.mean());
            counts.merge("missed", missed, Long::sum);
            counts.merge("spurious", spurious, Long::sum);
            put(counts, "monitor/walk", monitorWalk);
            put(counts, "scan/walk", scanWalk);
            put(counts, "plain_drools/walk", plainWalk);
            put(counts, "monitor/crash", monitorCrash);
            put(counts, "scan/crash", scanCrash);
            counts.put("bytes_per_account/" + size, bytes);
            counts.put("watch_ns_per_account/" + size, Math.round(watchNanos));
            counts.put("holders_per_tick/walk/" + size, holders / walk);
            counts.put("plain_drools_differing/" + size, differing);
            counts.put("events/" + size, events);
            counts.put("measured/" + size, monitor.work().measured());
            counts.put("looked/" + size, monitor.work().looked());
        }

        private void put(Map<String, Long> counts, String name, Times times) {
            counts.put("mean_ns/%s/%d".formatted(name, size), Math.round(times.mean()));
            counts.put("p999_ns/%s/%d".formatted(name, size), times.quantile(0.999));
            counts.put("worst_ns/%s/%d".formatted(name, size), times.worst());
        }

        private static long usedHeap() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
