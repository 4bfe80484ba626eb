package io.plimsoll.benchmarks.reload;

import io.plimsoll.benchmarks.Benchmark;
import io.plimsoll.benchmarks.Folders;
import io.plimsoll.benchmarks.Machine;
import io.plimsoll.benchmarks.Report;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.live.RuleSetWatcher;
import io.plimsoll.rules.source.RuleSetFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Saves edits of a number in `tables/margin.csv` under a watched folder while decisions go on, and takes the time from
/// each save to the first decision that carries the new digest.
public final class ReloadBenchmark implements Benchmark {

    private static final int EDITS = 20;
    private static final long WARM_UP_MILLIS = 5_000;

    @Override
    public Report run(boolean quick) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("plimsoll-bench-reload");
        try {
            Path rules = folder.resolve("standard");
            Folders.copy(Machine.root().resolve("rules/standard"), rules);
            return report(measure(rules));
        } finally {
            Folders.delete(folder);
        }
    }

    private static long[] measure(Path rules) throws IOException, InterruptedException {
        Path table = rules.resolve("tables/margin.csv");
        String shipped = Files.readString(table);
        try (LiveRuleSet live = new LiveRuleSet(RuleSetCheck.check(RuleSetFolder.read(rules)));
                Deciding deciding = Deciding.start(live);
                RuleSetWatcher watcher = RuleSetWatcher.start(rules, live)) {
            Thread.sleep(WARM_UP_MILLIS);
            long[] durations = new long[EDITS];
            for (int edit = 0; edit < EDITS; edit++) {
                long saved = System.nanoTime();
                save(table, shipped + row(edit));
                durations[edit] = deciding.firstBy(RuleSetFolder.read(rules).digest(), watcher) - saved;
                System.err.printf("edit %d of %d: %.0f ms%n", edit + 1, EDITS, durations[edit] / 1e6);
            }
            System.err.printf("%,d decisions went on meanwhile.%n", deciding.count());
            return durations;
        }
    }

    /// A row of a class that nobody holds, so that the scenarios that ship go on to pass.
    private static String row(int edit) {
        return "retail,benchmark,60 %%,%d %%,90 %%,100 %%%n".formatted(70 + edit);
    }

    /// As most editors do: a file beside it, moved into place.
    private static void save(Path table, String text) throws IOException {
        Path beside = Files.writeString(table.resolveSibling(".margin.csv.swp"), text);
        Files.move(beside, table, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Report report(long[] durations) {
        long[] sorted = durations.clone();
        Arrays.sort(sorted);
        long median = sorted[sorted.length / 2];
        double mean = Arrays.stream(sorted).average().orElseThrow();
        // Of so few samples the 99th percentile is the slowest.
        return Report.here(
                "reload",
                List.of(new Report.Row("save_to_first_decision", median, sorted[sorted.length - 1], 1e9 / mean)),
                Map.of("vs_one_second", 1e9 / median));
    }
}
