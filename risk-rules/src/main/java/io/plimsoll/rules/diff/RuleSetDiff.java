package io.plimsoll.rules.diff;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares two versions of a rule set by what they mean: rows are matched by their keys, rules and scenarios by their
/// names, and nothing by its position in a file.
public final class RuleSetDiff {

    private RuleSetDiff() {}

    /// Every difference, by kind of thing: tables, rules, manifest, scenarios, wording; within that by name.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if one of them can't be read
    public static List<Change> between(RuleSetSource before, RuleSetSource after) {
        Diagnostics diagnostics = new Diagnostics();
        List<Change> changes = new ArrayList<>();
        changes.addAll(new TableDiff(before, after, diagnostics).changes());
        changes.addAll(RuleDiff.changes(before, after, diagnostics));
        changes.addAll(YamlDiff.manifest(before, after, diagnostics));
        changes.addAll(ScenarioDiff.changes(before, after, diagnostics));
        diagnostics.throwIfErrors();
        changes.addAll(wording(before, after, changes));
        return List.copyOf(changes);
    }

    /// Files whose bytes differ although nothing that they say does.
    private static List<Change> wording(RuleSetSource before, RuleSetSource after, List<Change> changes) {
        Set<String> told = changes.stream().map(Change::file).collect(Collectors.toSet());
        Set<String> paths = new TreeSet<>(before.paths());
        paths.addAll(after.paths());
        return paths.stream()
                .filter(path -> !told.contains(path))
                .filter(path -> !Arrays.equals(
                        before.bytes(path).orElse(new byte[0]),
                        after.bytes(path).orElse(new byte[0])))
                .map(path -> Change.of(ChangeKind.WORDING_CHANGED, path, path, 0, "", ""))
                .toList();
    }
}
