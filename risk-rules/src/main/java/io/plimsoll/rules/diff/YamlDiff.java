package io.plimsoll.rules.diff;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.YamlNode;
import io.plimsoll.rules.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares YAML files value by value. Entries of a list go by what names them, so that moving one changes nothing.
final class YamlDiff {

    /// Keys that name an entry of a list, together.
    private static final List<String> NAMES = List.of("name", "table", "column");

    /// A value and its line.
    private record Value(String text, int line) {}

    private YamlDiff() {}

    static List<Change> manifest(RuleSetSource before, RuleSetSource after, Diagnostics diagnostics) {
        return changes(ChangeKind.MANIFEST_CHANGED, RuleSetManifest.FILE, before, after, diagnostics);
    }

    static List<Change> definition(String file, RuleSetSource before, RuleSetSource after, Diagnostics diagnostics) {
        return changes(ChangeKind.TABLE_DEFINITION_CHANGED, file, before, after, diagnostics);
    }

    private static List<Change> changes(
            ChangeKind kind, String file, RuleSetSource before, RuleSetSource after, Diagnostics diagnostics) {
        List<Change> changes = new ArrayList<>();
        for (Keyed<Value> pair : Keyed.pairs(values(file, before, diagnostics), values(file, after, diagnostics))) {
            String was = Optional.ofNullable(pair.before()).map(Value::text).orElse("");
            String is = Optional.ofNullable(pair.after()).map(Value::text).orElse("");
            if (!was.equals(is)) {
                int line = Stream.of(Optional.ofNullable(pair.after()), Optional.ofNullable(pair.before()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(Value::line)
                        .orElse(0);
                changes.add(Change.of(kind, pair.name(), file, line, was, is));
            }
        }
        return changes;
    }

    private static Map<String, Value> values(String file, RuleSetSource source, Diagnostics diagnostics) {
        Map<String, Value> values = new LinkedHashMap<>();
        if (source.contains(file)) {
            YamlReader.read(source, file, diagnostics).ifPresent(root -> flatten("", root, values));
        }
        return values;
    }

    /// Every value below a node as text, by its path; for comparing two nodes as a whole.
    static Map<String, String> texts(YamlNode node) {
        Map<String, Value> values = new LinkedHashMap<>();
        flatten("", node, values);
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((path, value) -> texts.put(path, value.text()));
        return texts;
    }

    private static void flatten(String path, YamlNode node, Map<String, Value> values) {
        switch (node) {
            case YamlNode.Text text -> values.put(path, new Value(text.value().strip(), text.line()));
            case YamlNode.Fields fields ->
                fields.fields().forEach((key, field) -> flatten(join(path, key), field.value(), values));
            case YamlNode.Items items
            when allTexts(items) ->
                values.put(
                        path,
                        new Value(
                                items.nodes().stream().map(YamlDiff::text).collect(Collectors.joining(", ")),
                                items.line()));
            case YamlNode.Items items -> {
                for (int i = 0; i < items.nodes().size(); i++) {
                    YamlNode item = items.nodes().get(i);
                    flatten(join(path, nameOf(item).orElse(String.valueOf(i + 1))), item, values);
                }
            }
        }
    }

    private static boolean allTexts(YamlNode.Items items) {
        return items.nodes().stream().allMatch(YamlNode.Text.class::isInstance);
    }

    private static String text(YamlNode node) {
        return node instanceof YamlNode.Text text ? text.value() : "";
    }

    private static Optional<String> nameOf(YamlNode item) {
        if (!(item instanceof YamlNode.Fields fields)) {
            return Optional.empty();
        }
        String name = NAMES.stream()
                .map(fields.fields()::get)
                .flatMap(field -> Optional.ofNullable(field).stream())
                .map(field -> text(field.value()))
                .collect(Collectors.joining("."));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
