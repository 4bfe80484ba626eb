package io.plimsoll.benchmarks.exposure;

import io.plimsoll.benchmarks.Benchmark;
import io.plimsoll.benchmarks.BenchmarkException;
import io.plimsoll.benchmarks.Report;
import io.plimsoll.benchmarks.monitor.GeneratedBook;
import io.plimsoll.benchmarks.monitor.Market;
import io.plimsoll.benchmarks.monitor.Times;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.exposure.BookExposure;
import io.plimsoll.monitor.exposure.BookShocks;
import io.plimsoll.monitor.exposure.ExposureTable;
import io.plimsoll.monitor.exposure.ShockGrid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// The exposure of a book of 10,000, 100,000 and 1,000,000 accounts over 41 shocks of all marks together, and of
/// a sample of it by evaluating each account at each shock. What both say of each account of the sample is
/// compared.
public final class ExposureBenchmark implements Benchmark {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final long SEED = 20_261_123;
    private static final int CHUNK = 500;
    private static final int WARM_UP = 5;
    private static final ShockGrid GRID = ShockGrid.STANDARD;
    private static final Set<ThresholdKind> KINDS = EnumSet.allOf(ThresholdKind.class);

    private final List<Report.Row> rows = new ArrayList<>();
    private final Map<String, Double> ratios = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    private record Member(Snapshot snapshot, List<Threshold> thresholds) {}

    @Override
    public Report run(boolean quick) throws BenchmarkException {
        counts.put("differing", 0L);
        GeneratedBook book = new GeneratedBook(SEED, new Market(new SplittableRandom(SEED)));
        sample(book, quick ? 10 : 40);
        for (int size : quick ? SIZES.subList(0, 2) : SIZES) {
            System.err.printf("%,d accounts …%n", size);
            whole(book, size);
        }
        return Report.here("exposure", rows, ratios, counts);
    }

    /// Both ways, in turns, after a few turns that are not timed.
    private void sample(GeneratedBook book, int chunks) {
        System.err.println("Both ways …");
        Times quickly = new Times(chunks);
        Times plainly = new Times(chunks);
        for (int i = -WARM_UP; i < chunks; i++) {
            List<Member> members = members(book, (i + WARM_UP) * CHUNK, CHUNK);
            long start = System.nanoTime();
            add(new BookExposure(shocks(), KINDS), members);
            long middle = System.nanoTime();
            List<List<ExposureTable>> plain = members.stream()
                    .map(each -> new PlainShocks(GRID).tables(each.snapshot, each.thresholds))
                    .toList();
            long end = System.nanoTime();
            if (i >= 0) {
                quickly.add((middle - start) / CHUNK);
                plainly.add((end - middle) / CHUNK);
            }
            counts.merge("differing", differing(members, plain), Long::sum);
        }
        rows.add(quickly.row("exposure/sample"));
        rows.add(plainly.row("plain/sample"));
        ratios.put("vs_plain", plainly.mean() / quickly.mean());
        counts.put("compared", (long) (chunks + WARM_UP) * CHUNK);
    }

    private static long differing(List<Member> members, List<List<ExposureTable>> plain) {
        BookShocks shocks = shocks();
        return IntStream.range(0, members.size())
                .filter(i -> {
                    BookExposure one = new BookExposure(shocks, KINDS);
                    add(one, members.subList(i, i + 1));
                    return !withoutInstruments(one.tables()).equals(plain.get(i));
                })
                .count();
    }

    private static List<ExposureTable> withoutInstruments(List<ExposureTable> tables) {
        return tables.stream()
                .map(each ->
                        new ExposureTable(each.kind(), each.currency(), each.watched(), each.rows(), new TreeMap<>()))
                .toList();
    }

    /// All accounts, by as many threads as there are processors.
    private void whole(GeneratedBook book, int size) throws BenchmarkException {
        int chunks = size / CHUNK;
        BookShocks shocks = shocks();
        BookExposure all = new BookExposure(shocks, KINDS);
        Times times = new Times(chunks);
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                BookExposure part = new BookExposure(shocks, KINDS);
                for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                    List<Member> members = members(book, chunk * CHUNK, CHUNK);
                    long before = System.nanoTime();
                    add(part, members);
                    long took = System.nanoTime() - before;
                    synchronized (times) {
                        times.add(took / CHUNK);
                    }
                }
                synchronized (all) {
                    all.add(part);
                }
            }));
        }
        join(threads);
        List<ExposureTable> tables = all.tables();
        long took = System.nanoTime() - start;
        if (all.accounts() != size) {
            throw new BenchmarkException("Of %d accounts %d were added.".formatted(size, all.accounts()));
        }
        rows.add(times.row("exposure/" + size));
        counts.put("book_ms/" + size, took / 1_000_000);
        counts.put("evaluations/" + size, all.evaluations());
        tables.forEach(table -> counts.put(
                "past_%s/%d".formatted(table.kind(), size),
                table.rows().getFirst().accounts()));
    }

    private static void join(List<Thread> threads) throws BenchmarkException {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The benchmark was interrupted.");
        }
    }

    private static BookShocks shocks() {
        return BookShocks.joint(List.of(), GRID);
    }

    private static List<Member> members(GeneratedBook book, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(account -> new Member(book.snapshot(account), book.thresholds(account)))
                .toList();
    }

    private static void add(BookExposure exposure, List<Member> members) {
        members.forEach(each -> exposure.add(each.snapshot, each.thresholds));
    }
}
