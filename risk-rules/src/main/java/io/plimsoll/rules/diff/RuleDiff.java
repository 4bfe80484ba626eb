package io.plimsoll.rules.diff;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.lint.RuleSketch;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares rules: by phase and name, wherever they stand.
final class RuleDiff {

    private RuleDiff() {}

    static List<Change> changes(RuleSetSource before, RuleSetSource after, Diagnostics diagnostics) {
        List<Change> changes = new ArrayList<>();
        List<RuleSketch> added = new ArrayList<>();
        List<RuleSketch> removed = new ArrayList<>();
        for (Keyed<RuleSketch> pair : Keyed.pairs(rules(before, diagnostics), rules(after, diagnostics))) {
            RuleSketch old = pair.before();
            RuleSketch now = pair.after();
            if (old != null && now != null) {
                compare(old, now, changes);
            } else if (now != null) {
                added.add(now);
            } else if (old != null) {
                removed.add(old);
            }
        }
        for (RuleSketch now : added) {
            Optional<RuleSketch> renamed =
                    removed.stream().filter(old -> doTheSame(old, now)).findFirst();
            renamed.ifPresent(removed::remove);
            changes.add(renamed.map(old -> change(ChangeKind.RULE_RENAMED, now, old.name(), now.name()))
                    .orElseGet(() -> change(ChangeKind.RULE_ADDED, now, "", text(now))));
        }
        removed.forEach(old -> changes.add(change(ChangeKind.RULE_REMOVED, old, text(old), "")));
        return changes;
    }

    private static Map<String, RuleSketch> rules(RuleSetSource source, Diagnostics diagnostics) {
        return RuleSketch.of(source, diagnostics).stream()
                .collect(Collectors.toMap(
                        rule -> rule.phase().folder() + "/" + rule.name(),
                        Function.identity(),
                        (first, second) -> first));
    }

    private static void compare(RuleSketch old, RuleSketch now, List<Change> changes) {
        part(ChangeKind.ATTRIBUTES_CHANGED, now, old.attributes(), now.attributes(), changes);
        part(ChangeKind.CONDITION_CHANGED, now, old.condition(), now.condition(), changes);
        part(ChangeKind.CONSEQUENCE_CHANGED, now, old.consequence(), now.consequence(), changes);
    }

    private static void part(ChangeKind kind, RuleSketch rule, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(change(kind, rule, before, after));
        }
    }

    private static boolean doTheSame(RuleSketch old, RuleSketch now) {
        return old.phase() == now.phase()
                && old.attributes().equals(now.attributes())
                && old.condition().equals(now.condition())
                && old.consequence().equals(now.consequence());
    }

    private static Change change(ChangeKind kind, RuleSketch rule, String before, String after) {
        return Change.of(kind, rule.name(), rule.file(), rule.line(), before, after);
    }

    private static String text(RuleSketch rule) {
        String attributes = rule.attributes().isEmpty() ? "" : rule.attributes() + " ";
        return "%swhen %s then %s".formatted(attributes, rule.condition(), rule.consequence());
    }
}
