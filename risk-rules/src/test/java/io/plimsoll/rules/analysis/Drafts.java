package io.plimsoll.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.engine.CompiledRules;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.guard.Lineage;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.lint.DrlLinter;
import io.plimsoll.rules.scenario.Scenario;
import io.plimsoll.rules.scenario.ScenarioReader;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Analyses drafts, and evaluates what the analysis gives as examples, though it refuses the tables.
final class Drafts implements AutoCloseable {

    private final Map<String, CompiledRules> compiled = new HashMap<>();
    private @Nullable RuleSetVersion version;

    static List<RuleTable> tables(RuleSetSource source) {
        Diagnostics diagnostics = new Diagnostics();
        List<RuleTable> tables = RuleTables.read(source, diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return tables;
    }

    /// The draft as its files have it.
    static String text(TableDraft draft) {
        RuleSetSource source = draft.source();
        return Sources.text(source, "tables/draft.table.yaml") + Sources.text(source, "tables/draft.csv");
    }

    static List<Finding> findings(TableDraft draft) {
        RuleSetSource source = draft.source();
        return TableAnalysis.of(source, tables(source));
    }

    /// The decision about an example, read back from the scenario file that it was written to.
    Decision decision(RuleSetSource source, CounterExample example) {
        RuleSetSource kept = Sources.with(source, "scenarios/x.yaml", ExampleScenarios.yaml(List.of(example)));
        List<RuleTable> tables = tables(source);
        Diagnostics diagnostics = new Diagnostics();
        Scenario scenario = ScenarioReader.read(kept, List.of("scenarios/x.yaml"), rows(tables), diagnostics)
                .getFirst();
        assertThat(diagnostics.all()).isEmpty();
        Snapshot snapshot = SnapshotReader.read(scenario.given());
        assertThat(snapshot).isEqualTo(example.snapshot());
        return versionOf(source, tables).evaluate(snapshot);
    }

    private RuleSetVersion versionOf(RuleSetSource source, List<RuleTable> tables) {
        RuleSetVersion last = version;
        if (last != null && last.digest().equals(source.digest())) {
            return last;
        }
        closeVersion();
        RuleSetVersion next = version(source, tables);
        version = next;
        return next;
    }

    private RuleSetVersion version(RuleSetSource source, List<RuleTable> tables) {
        Diagnostics diagnostics = new Diagnostics();
        RuleSetManifest manifest = RuleSetManifest.read(source, diagnostics).orElseThrow();
        var outlines = DrlLinter.lint(source, tables, diagnostics);
        assertThat(diagnostics.hasErrors()).as("%s", diagnostics.all()).isFalse();
        CompiledRules rules = compiled.computeIfAbsent(
                Sources.text(source, "thresholds/draft.drl"),
                text -> CompiledRules.compile(source, List.of(), WorkLimits.DEFAULT));
        return new RuleSetVersion(
                source, manifest, outlines, 0, rules.withRows(rows(tables)), tables, List.of(), Lineage.NONE);
    }

    private static List<ThresholdRow> rows(List<RuleTable> tables) {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /// Where the rows of a table stand that a decision names, in order.
    static List<SourcePlace> rowsIn(Decision decision, String table) {
        return decision.thresholds().stream()
                .flatMap(state -> Stream.concat(
                        Stream.of(state.setBy()), state.overruled().stream().map(overruled -> overruled.setBy())))
                .flatMap(setBy -> setBy.rows().stream())
                .filter(row -> row.getTable().equals(table))
                .map(ThresholdRow::getPlace)
                .distinct()
                .sorted()
                .toList();
    }

    private void closeVersion() {
        RuleSetVersion last = version;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public void close() {
        closeVersion();
        compiled.values().forEach(CompiledRules::close);
    }
}
