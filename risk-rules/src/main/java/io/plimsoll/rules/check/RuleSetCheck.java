package io.plimsoll.rules.check;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.engine.CompiledRules;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.limit.WorkLimits;
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
        return check(source, base, WorkLimits.DEFAULT);
    }

    /// As above.
    ///
    /// @param limits of the scenarios, and of every evaluation by the version
    public static RuleSetVersion check(RuleSetSource source, Optional<RuleSetVersion> base, WorkLimits limits) {
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
                .map(rules -> rules.withRows(rows, limits))
                .orElseGet(() -> CompiledRules.compile(source, rows, limits));
        return passing(
                new RuleSetVersion(source, manifest.orElseThrow(), outlines, scenarios.size(), compiled),
                scenarios,
                limits);
    }

    private static List<String> scenarioFiles(Optional<RuleSetManifest> manifest, RuleSetSource source) {
        return manifest.map(RuleSetManifest::scenarios).orElse(List.of()).stream()
                .filter(source::contains)
                .toList();
    }

    private static RuleSetVersion passing(RuleSetVersion version, List<Scenario> scenarios, WorkLimits limits) {
        boolean passed = false;
        try {
            Diagnostics failures = new Diagnostics();
            ScenarioGate.run(version, scenarios, limits.scenarios(), failures);
            failures.throwIfErrors();
            passed = true;
            return version;
        } finally {
            if (!passed) {
                version.close();
            }
        }
    }
}
