package io.plimsoll.rules.check;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.analysis.CounterExample;
import io.plimsoll.rules.analysis.ExampleScenarios;
import io.plimsoll.rules.analysis.TableAnalysis;
import io.plimsoll.rules.coverage.Coverage.RowReach;
import io.plimsoll.rules.coverage.CoverageGates;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.engine.CompiledClasses;
import io.plimsoll.rules.engine.CompiledRules;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.guard.ColumnGuard;
import io.plimsoll.rules.guard.ColumnGuards;
import io.plimsoll.rules.guard.GuardCheck;
import io.plimsoll.rules.guard.Lineage;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.lint.DrlLinter;
import io.plimsoll.rules.lint.RuleOutline;
import io.plimsoll.rules.scenario.Scenario;
import io.plimsoll.rules.scenario.ScenarioReader;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The one way from files to a version: manifest, tables, linter, scenario files and what can be proven about
/// the tables first, all their findings at once; then the compiler, which only ever sees what the linter has
/// accepted; then the scenarios and what they reach.
public final class RuleSetCheck {

    private RuleSetCheck() {}

    /// The version, if everything passes. Its user closes it.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with everything that is wrong
    public static RuleSetVersion check(RuleSetSource source) {
        return check(source, Optional.empty());
    }

    /// As above; what the base version has compiled already is used again, so that an edit of numbers
    /// compiles nothing.
    ///
    /// @param base a version that stays open meanwhile
    public static RuleSetVersion check(RuleSetSource source, Optional<RuleSetVersion> base) {
        return check(source, base, WorkLimits.DEFAULT);
    }

    /// As above.
    ///
    /// @param limits of the scenarios, and of every evaluation by the version
    public static RuleSetVersion check(RuleSetSource source, Optional<RuleSetVersion> base, WorkLimits limits) {
        return check(source, base, limits, Clock.systemUTC());
    }

    /// As above.
    ///
    /// @param clock tells the time of the edit, from which the guards of later edits count
    public static RuleSetVersion check(
            RuleSetSource source, Optional<RuleSetVersion> base, WorkLimits limits, Clock clock) {
        return check(source, base, like(base.stream().toList(), limits), limits, clock);
    }

    /// As above, where the rules are those of another version than the base: guards compare with the base,
    /// and what the other version has compiled is used again.
    ///
    /// @param alike a version that stays open meanwhile
    public static RuleSetVersion check(
            RuleSetSource source, Optional<RuleSetVersion> base, RuleSetVersion alike, WorkLimits limits) {
        return check(source, base, like(List.of(alike), limits), limits, Clock.systemUTC());
    }

    /// As above, of a version that was checked before: what its rules were compiled to then is loaded, and
    /// nothing is compiled. There are no guards to hold it against.
    ///
    /// @param kept by this build, from the same rules
    /// @throws IllegalArgumentException if it was compiled from other rules
    public static RuleSetVersion check(RuleSetSource source, CompiledClasses kept, WorkLimits limits) {
        return check(
                source,
                Optional.empty(),
                (rules, rows) -> CompiledRules.load(rules, kept, rows, limits),
                limits,
                Clock.systemUTC());
    }

    /// How files become compiled rules.
    @FunctionalInterface
    private interface Compilation {

        CompiledRules rules(RuleSetSource source, List<ThresholdRow> rows);
    }

    /// Uses again what one of the versions has compiled.
    private static Compilation like(List<RuleSetVersion> alike, WorkLimits limits) {
        return (source, rows) -> alike.stream()
                .map(RuleSetVersion::rules)
                .filter(rules -> rules.hasRulesOf(source))
                .findFirst()
                .map(rules -> rules.withRows(rows, limits))
                .orElseGet(() -> CompiledRules.compile(source, rows, limits));
    }

    private static RuleSetVersion check(
            RuleSetSource source,
            Optional<RuleSetVersion> base,
            Compilation compilation,
            WorkLimits limits,
            Clock clock) {
        Diagnostics remarks = new Diagnostics();
        CheckedRules rules = compiled(source, base, compilation, clock, remarks);
        boolean passed = false;
        try {
            Diagnostics failures = new Diagnostics();
            ScenarioReport report = ScenarioReport.of(rules, limits.scenarios());
            report.reportFailures(failures);
            CoverageGates.check(rules.version().manifest().gates(), report.coverage(), failures);
            failures.throwIfErrors();
            addUnhitRows(rules, report, remarks);
            passed = true;
            return rules.version()
                    .withRemarks(remarks.all().stream()
                            .sorted(Comparator.comparing(Diagnostic::severity))
                            .toList());
        } finally {
            if (!passed) {
                rules.close();
            }
        }
    }

    private static void addUnhitRows(CheckedRules rules, ScenarioReport report, Diagnostics remarks) {
        if (rules.scenarios().isEmpty()) {
            return;
        }
        Set<String> hit = report.coverage().rows().stream()
                .filter(RowReach::isCovered)
                .map(RowReach::row)
                .collect(Collectors.toSet());
        TableAnalysis.unhitRows(rules.version().tables(), hit).forEach(finding -> remarks.add(finding.diagnostic()));
    }

    /// Runs the scenarios of a rule set, whether they pass or not.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if it can't be compiled
    public static ScenarioReport scenarios(RuleSetSource source) {
        try (CheckedRules rules = compiled(source)) {
            return ScenarioReport.of(rules, WorkLimits.DEFAULT.scenarios());
        }
    }

    /// The scenarios that limits lack: one step short of each, exactly at it, one step beyond; each pinned to
    /// what the rules do there today.
    ///
    /// @return a scenario file, for `scenarios/`; empty if nothing lacks
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if the rule set can't be compiled
    public static String missingScenarios(RuleSetSource source) {
        try (CheckedRules rules = compiled(source)) {
            return new BoundaryScenarios(rules)
                    .missing(ScenarioReport.of(rules, WorkLimits.DEFAULT.scenarios())
                            .coverage()
                            .boundaries());
        }
    }

    /// The accounts that show what is found about the tables: who falls into a gap, whom two rows are for.
    ///
    /// @return a scenario file, for `scenarios/`; empty if nothing is found
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if a table can't be read
    public static String counterExamples(RuleSetSource source) {
        Diagnostics diagnostics = new Diagnostics();
        List<RuleTable> tables = RuleTables.read(source, diagnostics);
        diagnostics.throwIfErrors();
        List<CounterExample> examples = TableAnalysis.of(source, tables).stream()
                .flatMap(finding -> finding.examples().stream())
                .toList();
        return examples.isEmpty() ? "" : ExampleScenarios.yaml(examples);
    }

    private static CheckedRules compiled(RuleSetSource source) {
        return compiled(
                source, Optional.empty(), like(List.of(), WorkLimits.DEFAULT), Clock.systemUTC(), new Diagnostics());
    }

    private static CheckedRules compiled(
            RuleSetSource source,
            Optional<RuleSetVersion> base,
            Compilation compilation,
            Clock clock,
            Diagnostics remarks) {
        Diagnostics diagnostics = new Diagnostics();
        KnownFiles.check(source, diagnostics);
        Optional<RuleSetManifest> manifest = RuleSetManifest.read(source, diagnostics);
        Diagnostics ofTables = new Diagnostics();
        List<RuleTable> tables = RuleTables.read(source, ofTables);
        boolean tablesAreSound = !ofTables.hasErrors();
        ofTables.all().forEach(diagnostics::add);
        List<RuleOutline> outlines = DrlLinter.lint(source, tables, diagnostics);
        List<ThresholdRow> rows =
                tables.stream().flatMap(table -> table.rows().stream()).toList();
        // Scenarios refer to cells: where a table is broken, each reference would only repeat it.
        List<Scenario> scenarios = tablesAreSound
                ? ScenarioReader.read(source, scenarioFiles(manifest, source), rows, diagnostics)
                : List.of();
        List<ColumnGuard> guards = tablesAreSound ? ColumnGuards.read(source, tables, diagnostics) : List.of();
        Diagnostics found = new Diagnostics();
        Lineage lineage = tablesAreSound
                ? GuardCheck.check(guards, tables, base.map(RuleSetCheck::before), clock.instant(), found)
                : Lineage.NONE;
        if (tablesAreSound) {
            TableAnalysis.of(source, tables).forEach(finding -> found.add(finding.diagnostic()));
        }
        // Whoever has to mend errors is not told what is merely worth looking at.
        found.all().forEach(each -> (each.severity() == Severity.ERROR ? diagnostics : remarks).add(each));
        diagnostics.throwIfErrors();
        diagnostics.all().forEach(remarks::add);
        CompiledRules compiled = compilation.rules(source, rows);
        RuleSetVersion version = new RuleSetVersion(
                source, manifest.orElseThrow(), outlines, scenarios.size(), compiled, tables, guards, lineage);
        return new CheckedRules(version, outlines, rows, scenarios);
    }

    private static GuardCheck.Before before(RuleSetVersion version) {
        return new GuardCheck.Before(version.guards(), version.tables(), version.lineage());
    }

    private static List<String> scenarioFiles(Optional<RuleSetManifest> manifest, RuleSetSource source) {
        return manifest.map(RuleSetManifest::scenarios).orElse(List.of()).stream()
                .filter(source::contains)
                .toList();
    }
}
