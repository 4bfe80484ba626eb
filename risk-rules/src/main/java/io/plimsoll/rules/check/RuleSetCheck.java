package io.plimsoll.rules.check;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.coverage.CoverageGates;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.engine.CompiledRules;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.lint.DrlLinter;
import io.plimsoll.rules.lint.RuleOutline;
import io.plimsoll.rules.scenario.Scenario;
import io.plimsoll.rules.scenario.ScenarioReader;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import java.util.List;
import java.util.Optional;

/// The one way from files to a version: manifest, tables, linter and scenario files first, all their findings at once;
/// then the compiler, which only ever sees what the linter has accepted; then the scenarios.
public final class RuleSetCheck {

    private RuleSetCheck() {}

    /// The version, if everything passes. Its user closes it.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with everything that is wrong
    public static RuleSetVersion check(RuleSetSource source) {
        return check(source, Optional.empty());
    }

    /// As above; what the base version has compiled already is used again, so that an edit of numbers compiles nothing.
    ///
    /// @param base a version that stays open meanwhile
    public static RuleSetVersion check(RuleSetSource source, Optional<RuleSetVersion> base) {
        CheckedRules rules = compiled(source, base);
        boolean passed = false;
        try {
            Diagnostics failures = new Diagnostics();
            ScenarioReport report = ScenarioReport.of(rules);
            report.reportFailures(failures);
            CoverageGates.check(rules.version().manifest().gates(), report.coverage(), failures);
            failures.throwIfErrors();
            passed = true;
            return rules.version();
        } finally {
            if (!passed) {
                rules.close();
            }
        }
    }

    /// Runs the scenarios of a rule set, whether they pass or not.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if it can't be compiled
    public static ScenarioReport scenarios(RuleSetSource source) {
        try (CheckedRules rules = compiled(source, Optional.empty())) {
            return ScenarioReport.of(rules);
        }
    }

    /// The scenarios that limits lack: one step short of each, exactly at it, one step beyond; each pinned to what the
    /// rules do there today.
    ///
    /// @return a scenario file, for `scenarios/`; empty if nothing lacks
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if the rule set can't be compiled
    public static String missingScenarios(RuleSetSource source) {
        try (CheckedRules rules = compiled(source, Optional.empty())) {
            return new BoundaryScenarios(rules)
                    .missing(ScenarioReport.of(rules).coverage().boundaries());
        }
    }

    private static CheckedRules compiled(RuleSetSource source, Optional<RuleSetVersion> base) {
        Diagnostics diagnostics = new Diagnostics();
        KnownFiles.check(source, diagnostics);
        Optional<RuleSetManifest> manifest = RuleSetManifest.read(source, diagnostics);
        List<RuleTable> tables = RuleTables.read(source, diagnostics);
        boolean tablesAreSound = !diagnostics.hasErrors();
        List<RuleOutline> outlines = DrlLinter.lint(source, tables, diagnostics);
        List<ThresholdRow> rows =
                tables.stream().flatMap(table -> table.rows().stream()).toList();
        // Scenarios refer to cells: where a table is broken, each reference would only repeat it.
        List<Scenario> scenarios = tablesAreSound
                ? ScenarioReader.read(source, scenarioFiles(manifest, source), rows, diagnostics)
                : List.of();
        diagnostics.throwIfErrors();
        CompiledRules compiled = base.map(RuleSetVersion::rules)
                .filter(rules -> rules.hasRulesOf(source))
                .map(rules -> rules.withRows(rows))
                .orElseGet(() -> CompiledRules.compile(source, rows));
        RuleSetVersion version = new RuleSetVersion(
                source, manifest.orElseThrow(), outlines, scenarios.size(), diagnostics.all(), compiled);
        return new CheckedRules(version, outlines, rows, scenarios);
    }

    private static List<String> scenarioFiles(Optional<RuleSetManifest> manifest, RuleSetSource source) {
        return manifest.map(RuleSetManifest::scenarios).orElse(List.of()).stream()
                .filter(source::contains)
                .toList();
    }
}
