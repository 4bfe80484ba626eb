package io.plimsoll.rules.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.YamlFields;
import io.plimsoll.rules.source.YamlNode;
import io.plimsoll.rules.source.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads scenario files.
///
/// A file has `given`, what its scenarios have in common, and `scenarios`, each with a `name`, maybe a `why`, a `given`
/// of its own that is merged over the common one (mappings are merged, an empty value removes, anything else replaces:
/// RFC 7396), and `expect`. With `like`, the name of an earlier scenario, what that one gives stands for the common
/// part.
/// With `at`, the account is put on a line first: `at: {exactly: MARGIN_CALL}`, `shortOf` or `beyond`.
public final class ScenarioReader {

    /// The most scenarios of a rule set.
    public static final int MAX_SCENARIOS = 5_000;

    private final CellReferences references;
    private final Diagnostics diagnostics;
    private final Map<String, String> placesByName = new HashMap<>();
    private final Map<String, ObjectNode> givenByName = new HashMap<>();
    private final List<Scenario> scenarios = new ArrayList<>();

    private ScenarioReader(CellReferences references, Diagnostics diagnostics) {
        this.references = references;
        this.diagnostics = diagnostics;
    }

    /// The scenarios of these files, in order; what can't be read is left out and reported.
    ///
    /// @param rows of all tables, which scenarios may refer to
    public static List<Scenario> read(
            RuleSetSource source, List<String> files, List<ThresholdRow> rows, Diagnostics diagnostics) {
        ScenarioReader reader = new ScenarioReader(new CellReferences(rows), diagnostics);
        for (String file : files) {
            YamlReader.read(source, file, diagnostics).ifPresent(root -> reader.file(file, root));
        }
        return reader.scenarios;
    }

    private void file(String file, YamlNode.Fields root) {
        YamlFields fields = new YamlFields(file, root, diagnostics);
        fields.allowOnly("given", "scenarios");
        ObjectNode common = object(fields, "given");
        List<YamlFields> entries = fields.mappings("scenarios");
        if (entries.isEmpty()) {
            fields.missing("scenarios");
        }
        entries.forEach(entry -> scenario(file, entry, common));
    }

    private void scenario(String file, YamlFields entry, ObjectNode common) {
        entry.allowOnly("name", "why", "like", "given", "at", "expect");
        String name = entry.requiredText("name");
        int line = entry.node().line();
        // Scenarios without a name have been told so; they are not namesakes.
        @Nullable String earlier = name.isBlank() ? null : placesByName.putIfAbsent(name, file + ":" + line);
        if (earlier != null) {
            entry.invalid(
                    "scenario.duplicate",
                    entry.node(),
                    "There is another scenario of this name (%s), at %s.".formatted(name, earlier),
                    "Maybe give it a name of its own.");
            return;
        }
        ObjectNode expect = object(entry, "expect");
        if (expect.isEmpty()) {
            entry.missing("expect");
        }
        if (scenarios.size() == MAX_SCENARIOS) {
            entry.invalid(
                    "scenario.too-many",
                    entry.node(),
                    "There are more than 5,000 scenarios.",
                    "Maybe split the rule set.");
            return;
        }
        try {
            ObjectNode given = merge(like(entry, common), object(entry, "given"));
            givenByName.put(name, given);
            scenarios.add(new Scenario(
                    name,
                    file,
                    line,
                    references.resolve(given),
                    StandingReader.read(entry).orElse(null),
                    references.resolve(expect)));
        } catch (IllegalArgumentException e) {
            entry.invalid(
                    "scenario.reference",
                    entry.node(),
                    String.valueOf(e.getMessage()),
                    "Maybe the row or the column was renamed.");
        }
    }

    private ObjectNode like(YamlFields entry, ObjectNode common) {
        return entry.textNode("like")
                .map(model -> {
                    ObjectNode given = givenByName.get(model.value());
                    if (given == null) {
                        entry.invalid(
                                "scenario.like",
                                model,
                                "No scenario before this one has the name (%s).".formatted(model.value()),
                                "Maybe it was renamed, or its file comes later in ruleset.yaml.");
                    }
                    return given;
                })
                .orElse(common);
    }

    private static ObjectNode object(YamlFields fields, String key) {
        YamlNode.@Nullable Field field = fields.node().fields().get(key);
        if (field == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (json(field.value()) instanceof ObjectNode object) {
            return object;
        }
        fields.invalid(
                "yaml.shape",
                field.value(),
                "The value of the key (%s) must be a mapping.".formatted(key),
                "Maybe check the indentation.");
        return JsonNodeFactory.instance.objectNode();
    }

    /// Scalars stay text: whoever reads the document knows what they should be, and no number passes through a
    /// floating-point type on the way.
    private static JsonNode json(YamlNode node) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        return switch (node) {
            case YamlNode.Text text -> factory.textNode(text.value());
            case YamlNode.Items items -> {
                var array = factory.arrayNode();
                items.nodes().forEach(item -> array.add(json(item)));
                yield array;
            }
            case YamlNode.Fields mapping -> {
                var object = factory.objectNode();
                mapping.fields().forEach((key, field) -> object.set(key, json(field.value())));
                yield object;
            }
        };
    }

    private static ObjectNode merge(ObjectNode common, ObjectNode patch) {
        ObjectNode merged = common.deepCopy();
        patch.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isTextual() && value.textValue().isEmpty()) {
                merged.remove(entry.getKey());
            } else if (value instanceof ObjectNode mapping) {
                JsonNode below = merged.get(entry.getKey());
                merged.set(
                        entry.getKey(),
                        merge(below instanceof ObjectNode object ? object : mapping.objectNode(), mapping));
            } else {
                merged.set(entry.getKey(), value);
            }
        });
        return merged;
    }
}
