package io.plimsoll.rules.diff;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.YamlFields;
import io.plimsoll.rules.source.YamlNode;
import io.plimsoll.rules.source.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares scenarios: by name, wherever they stand, each with what its file gives to all.
final class ScenarioDiff {

    /// A scenario as written.
    private record Written(String file, int line, Map<String, String> common, Map<String, String> own) {
        boolean saysTheSameAs(Written other) {
            return common.equals(other.common) && own.equals(other.own);
        }
    }

    private ScenarioDiff() {}

    static List<Change> changes(RuleSetSource before, RuleSetSource after, Diagnostics diagnostics) {
        List<Change> changes = new ArrayList<>();
        for (Keyed<Written> pair : Keyed.pairs(scenarios(before, diagnostics), scenarios(after, diagnostics))) {
            Written old = pair.before();
            Written now = pair.after();
            if (old != null && now != null) {
                if (!old.saysTheSameAs(now)) {
                    changes.add(change(ChangeKind.SCENARIO_CHANGED, pair.name(), now));
                }
            } else if (now != null) {
                changes.add(change(ChangeKind.SCENARIO_ADDED, pair.name(), now));
            } else if (old != null) {
                changes.add(change(ChangeKind.SCENARIO_REMOVED, pair.name(), old));
            }
        }
        return changes;
    }

    private static Change change(ChangeKind kind, String name, Written scenario) {
        return Change.of(kind, name, scenario.file(), scenario.line(), "", "");
    }

    private static Map<String, Written> scenarios(RuleSetSource source, Diagnostics diagnostics) {
        Map<String, Written> scenarios = new HashMap<>();
        for (String file : source.paths("scenarios", ".yaml")) {
            YamlReader.read(source, file, diagnostics).ifPresent(root -> {
                Map<String, String> common = Optional.ofNullable(root.fields().get("given"))
                        .map(field -> YamlDiff.texts(field.value()))
                        .orElse(Map.of());
                for (YamlFields entry : new YamlFields(file, root, diagnostics).mappings("scenarios")) {
                    YamlNode.Fields node = entry.node();
                    scenarios.putIfAbsent(
                            entry.text("name").orElse(""),
                            new Written(file, node.line(), common, YamlDiff.texts(node)));
                }
            });
        }
        return scenarios;
    }
}
