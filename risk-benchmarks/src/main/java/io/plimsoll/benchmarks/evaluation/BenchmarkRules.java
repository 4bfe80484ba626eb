package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.benchmarks.Machine;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The standard rule set, with a margin table as long as a benchmark wants it.
final class BenchmarkRules {

    private static final String MARGIN = "tables/margin.csv";

    private BenchmarkRules() {}

    /// The files. Rows beyond those that ship are of other instrument classes.
    static RuleSetSource source(int rows) {
        RuleSetSource standard = RuleSetFolder.read(Machine.root().resolve("rules/standard"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        standard.paths().forEach(path -> files.put(path, standard.bytes(path).orElseThrow()));
        List<String> lines = new ArrayList<>(new String(standard.bytes(MARGIN).orElseThrow(), StandardCharsets.UTF_8)
                .lines()
                .toList());
        for (int row = lines.size() - 1; row < rows; row++) {
            int call = 65 + row / 2 % 25;
            lines.add("retail,class-%d,%d %%,%d %%,90 %%,100 %%".formatted(row, call - 8, call));
        }
        // The rows that are made up here have no scenarios.
        String manifest = new String(standard.bytes(RuleSetManifest.FILE).orElseThrow(), StandardCharsets.UTF_8);
        files.put(
                RuleSetManifest.FILE,
                manifest.replaceFirst("(?m)^gates:.*$", "").getBytes(StandardCharsets.UTF_8));
        files.put(MARGIN, String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8));
        return RuleSetSource.of(files);
    }

    /// The rows of all tables.
    static List<ThresholdRow> rows(RuleSetSource source) {
        Diagnostics diagnostics = new Diagnostics();
        List<RuleTable> tables = RuleTables.read(source, diagnostics);
        diagnostics.throwIfErrors();
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /// A version made of the files.
    static RuleSetVersion version(int rows) {
        return RuleSetCheck.check(source(rows));
    }
}
