package io.plimsoll.rules.source;

import io.plimsoll.rules.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the entries of one YAML mapping, and says with file and line what is missing, unknown or of the wrong shape.
///
/// @param file path within the rule set
/// @param node the mapping
/// @param diagnostics where problems go
public record YamlFields(String file, YamlNode.Fields node, Diagnostics diagnostics) {

    /// Refuses every key that is not one of these.
    public void allowOnly(String... keys) {
        Set<String> known = new TreeSet<>(List.of(keys));
        node.fields().forEach((key, field) -> {
            if (!known.contains(key)) {
                diagnostics.error(
                        "yaml.unknown-key",
                        file,
                        field.line(),
                        field.column(),
                        "The key (%s) is unknown.".formatted(key),
                        "Maybe one of %s.".formatted(String.join(", ", known)));
            }
        });
    }

    /// The text of an entry that must be there and not be empty; the empty text, with a diagnostic, if it is not.
    public String requiredText(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() || text.get().isBlank()) {
            missing(key);
        }
        return text.orElse("");
    }

    /// The text of an entry, if there is one.
    public Optional<String> text(String key) {
        return textNode(key).map(YamlNode.Text::value);
    }

    /// The text of an entry with its place, if there is one.
    public Optional<YamlNode.Text> textNode(String key) {
        YamlNode.@Nullable Field field = node.fields().get(key);
        if (field == null) {
            return Optional.empty();
        }
        if (field.value() instanceof YamlNode.Text text) {
            return Optional.of(text);
        }
        wrongShape(key, field.value(), "a single value");
        return Optional.empty();
    }

    /// The texts of an entry that is a list; empty if there is no such entry.
    public List<YamlNode.Text> texts(String key) {
        List<YamlNode.Text> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Text text) {
                texts.add(text);
            } else {
                wrongShape(key, item, "a list of single values");
            }
        }
        return texts;
    }

    /// The mappings of an entry that is a list; empty if there is no such entry.
    public List<YamlFields> mappings(String key) {
        List<YamlFields> mappings = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Fields fields) {
                mappings.add(new YamlFields(file, fields, diagnostics));
            } else {
                wrongShape(key, item, "a list of mappings");
            }
        }
        return mappings;
    }

    /// The nodes of an entry that is a list; empty if there is no such entry.
    public List<YamlNode> items(String key) {
        YamlNode.@Nullable Field field = node.fields().get(key);
        if (field == null
                || (field.value() instanceof YamlNode.Text text && text.value().isEmpty())) {
            return List.of();
        }
        if (field.value() instanceof YamlNode.Items items) {
            return items.nodes();
        }
        wrongShape(key, field.value(), "a list");
        return List.of();
    }

    /// Reports that an entry must be there.
    public void missing(String key) {
        YamlNode.@Nullable Field field = node.fields().get(key);
        diagnostics.error(
                "yaml.missing-key",
                file,
                field == null ? node.line() : field.line(),
                field == null ? node.column() : field.column(),
                "The key (%s) is missing or empty.".formatted(key),
                "Maybe add \"%s: …\".".formatted(key));
    }

    /// Reports that a value can't be what it is.
    public void invalid(String code, YamlNode place, String message, String remedy) {
        diagnostics.error(code, file, place.line(), place.column(), message, remedy);
    }

    private void wrongShape(String key, YamlNode place, String expected) {
        invalid(
                "yaml.shape",
                place,
                "The value of the key (%s) must be %s.".formatted(key, expected),
                "Maybe check the indentation and the dashes.");
    }
}
