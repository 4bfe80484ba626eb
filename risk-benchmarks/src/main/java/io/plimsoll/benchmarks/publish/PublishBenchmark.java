package io.plimsoll.benchmarks.publish;

import io.plimsoll.benchmarks.Benchmark;
import io.plimsoll.benchmarks.BenchmarkException;
import io.plimsoll.benchmarks.Report;
import io.plimsoll.rules.candidate.CandidateCheck;
import io.plimsoll.rules.candidate.CandidateLimits;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.check.VersionCheck;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Publishes edits of numbers and of rules in turn while decisions go on, from the files in memory to the first
/// decision by them, and looks for errors, mixed versions and leaks. Then a large rule set, and a long table beside the
/// same table as a Drools spreadsheet.
public final class PublishBenchmark implements Benchmark {

    private static final int ROWS = 1_000;

    @Override
    public Report run(boolean quick) throws IOException, InterruptedException {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        soak("", new Editions(0, 0), RuleSetCheck::check, quick ? 4 : 100, quick ? 12 : 900, times);
        soak("_200_rules", new Editions(192, 0), RuleSetCheck::check, 2, quick ? 2 : 40, times);
        soak("_1000_rows", new Editions(0, ROWS), RuleSetCheck::check, 2, quick ? 4 : 40, times);
        // As in the service, an edit of rules goes through a process of its own first.
        try (CandidateCheck isolated = new CandidateCheck(CandidateLimits.defaults())) {
            isolated.prepare();
            soak("_isolated", new Editions(0, 0), isolated, 2, quick ? 2 : 20, times);
            soak("_200_rules_isolated", new Editions(192, 0), isolated, 2, quick ? 2 : 20, times);
        }
        for (int edition = 0; edition < (quick ? 3 : 12); edition++) {
            long start = System.nanoTime();
            Spreadsheet.compile(ROWS, edition);
            if (edition >= 1) {
                add(times, "drools_spreadsheet_1000_rows", System.nanoTime() - start);
            }
            System.err.printf("spreadsheet %d: %.0f ms%n", edition, (System.nanoTime() - start) / 1e6);
        }
        return report(times);
    }

    private static void soak(
            String name, Editions editions, VersionCheck check, int warmUp, int count, Map<String, List<Long>> times)
            throws InterruptedException {
        RuleSetVersion first = RuleSetCheck.check(editions.source(0));
        try (LiveRuleSet live = new LiveRuleSet(first);
                Witness witness = new Witness(live)) {
            witness.expect(first.digest(), 0);
            witness.start();
            Footprint before = Footprint.now();
            for (int edition = 1; edition <= warmUp + count; edition++) {
                long nanos = publish(editions.source(edition), Editions.rulesOf(edition), live, witness, check);
                if (edition % 10 == 0) {
                    System.err.printf("publish%s %d of %d: %.0f ms%n", name, edition, warmUp + count, nanos / 1e6);
                }
                if (edition == warmUp) {
                    before = Footprint.now();
                } else if (edition > warmUp) {
                    add(times, (edition % 2 == 0 ? "table_edit" : "rule_edit") + name, nanos);
                }
            }
            Footprint after = Footprint.now();
            System.err.printf(
                    "%d publishes%s, %,d decisions, none mixed, no error.%n  before: %s%n  after:  %s%n",
                    warmUp + count, name, witness.count(), before, after);
            if (count >= 100 && !after.isFlatAfter(before)) {
                throw new BenchmarkException("Something leaks: %s, then %s.".formatted(before, after));
            }
        }
    }

    private static long publish(RuleSetSource source, int rules, LiveRuleSet live, Witness witness, VersionCheck check)
            throws InterruptedException {
        long start = System.nanoTime();
        RuleSetVersion next;
        try (LiveRuleSet.Lease lease = live.lease()) {
            next = check.check(source, Optional.of(lease.version()));
        }
        witness.expect(next.digest(), rules);
        live.publish(next);
        return witness.first(next.digest()) - start;
    }

    private static void add(Map<String, List<Long>> times, String name, long nanos) {
        times.computeIfAbsent(name, key -> new ArrayList<>()).add(nanos);
    }

    private static Report report(Map<String, List<Long>> times) {
        List<Report.Row> rows = new ArrayList<>();
        times.forEach((name, nanos) -> {
            double mean = nanos.stream().mapToLong(Long::longValue).average().orElseThrow();
            rows.add(new Report.Row(name, quantile(nanos, 0.5), quantile(nanos, 0.99), 1e9 / mean));
        });
        double sheet = median(times, "drools_spreadsheet_1000_rows");
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("table_edit_vs_one_second", 1e9 / median(times, "table_edit"));
        ratios.put("table_edit_1000_rows_vs_drools_spreadsheet", sheet / median(times, "table_edit_1000_rows"));
        ratios.put("rule_edit_1000_rows_vs_drools_spreadsheet", sheet / median(times, "rule_edit_1000_rows"));
        return Report.here("publish", rows, ratios);
    }

    private static double median(Map<String, List<Long>> times, String name) {
        return quantile(times.getOrDefault(name, List.of()), 0.5);
    }

    private static long quantile(List<Long> nanos, double quantile) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) Math.ceil(quantile * sorted.size()) - 1));
    }
}
