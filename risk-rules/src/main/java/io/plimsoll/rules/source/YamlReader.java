package io.plimsoll.rules.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads YAML into located text: a tree of mappings, lists and scalars, and nothing else.
///
/// Aliases and tags are refused, because with them a small file can stand for a huge one or name a Java type. So are a
/// second document and a key that is there twice.
public final class YamlReader {

    private static final int MAX_DEPTH = 32;

    /// A line of a syntax error's message. What it quotes of the file is indented further.
    private static final Pattern PLACE = Pattern.compile("(?m)^ in .*, line ([0-9]{1,9}), column ([0-9]{1,9}):?$");

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final String file;
    private final Diagnostics diagnostics;
    private final YAMLParser parser;

    private YamlReader(String file, Diagnostics diagnostics, YAMLParser parser) {
        this.file = file;
        this.diagnostics = diagnostics;
        this.parser = parser;
    }

    /// The mapping that a file of a rule set consists of; empty, with diagnostics, if it is none.
    public static Optional<YamlNode.Fields> read(RuleSetSource source, String file, Diagnostics diagnostics) {
        return source.text(file, diagnostics).flatMap(text -> read(file, text, diagnostics));
    }

    /// The mapping that a text consists of; empty, with diagnostics for the file of this name, if it is none.
    public static Optional<YamlNode.Fields> read(String file, String text, Diagnostics diagnostics) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            return new YamlReader(file, diagnostics, parser).document();
        } catch (RefusedException e) {
            diagnostics.error("yaml.refused", file, e.line, e.column, e.sentence, e.remedy);
        } catch (JsonProcessingException e) {
            diagnostics.add(syntaxError(file, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private Optional<YamlNode.Fields> document() throws IOException {
        if (parser.nextToken() == null) {
            diagnostics.error("yaml.empty", file, 0, 0, "The file is empty.", "Maybe it was not saved.");
            return Optional.empty();
        }
        YamlNode root = node(0);
        if (parser.nextToken() != null) {
            throw refused("A second YAML document begins here.", "Maybe remove the line ---.");
        }
        if (root instanceof YamlNode.Fields fields) {
            return Optional.of(fields);
        }
        diagnostics.error(
                "yaml.shape",
                file,
                root.line(),
                root.column(),
                "The file is no mapping.",
                "Maybe write \"key: value\".");
        return Optional.empty();
    }

    private YamlNode node(int depth) throws IOException {
        refuseTricks();
        if (depth > MAX_DEPTH) {
            throw refused("The nesting is deeper than %d levels.".formatted(MAX_DEPTH), "Maybe flatten it.");
        }
        JsonLocation place = parser.currentTokenLocation();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new YamlNode.Fields(place.getLineNr(), place.getColumnNr(), fields(depth));
            case START_ARRAY -> new YamlNode.Items(place.getLineNr(), place.getColumnNr(), items(depth));
            case VALUE_NULL -> new YamlNode.Text(place.getLineNr(), place.getColumnNr(), "");
            default -> new YamlNode.Text(place.getLineNr(), place.getColumnNr(), parser.getText());
        };
    }

    private SequencedMap<String, YamlNode.Field> fields(int depth) throws IOException {
        SequencedMap<String, YamlNode.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            refuseTricks();
            JsonLocation place = parser.currentTokenLocation();
            String key = parser.getText();
            if (fields.containsKey(key)) {
                throw refused(
                        "The key (%s) is there a second time; the first is on line %d."
                                .formatted(key, fields.get(key).line()),
                        "Maybe combine the two.");
            }
            parser.nextToken();
            fields.put(key, new YamlNode.Field(place.getLineNr(), place.getColumnNr(), node(depth + 1)));
        }
        return fields;
    }

    private List<YamlNode> items(int depth) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return List.copyOf(items);
    }

    private void refuseTricks() throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw refused("Anchors and aliases (& and *) are not read.", "Maybe write the value out.");
        }
        if (parser.getTypeId() != null) {
            throw refused("Type tags (!) are not read.", "Maybe put the value in quotes.");
        }
    }

    private RefusedException refused(String sentence, String remedy) {
        return new RefusedException(parser.currentTokenLocation(), sentence, remedy);
    }

    // The parser's own place is where the last thing that it understood ended; the message says where it gave up.
    private static Diagnostic syntaxError(String file, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        int line = location == null ? 0 : Math.max(0, location.getLineNr());
        int column = location == null ? 0 : Math.max(0, location.getColumnNr());
        Matcher place = PLACE.matcher(e.getOriginalMessage());
        while (place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        return Diagnostic.error(
                "yaml.syntax",
                file,
                line,
                column,
                "The file is not YAML here (%s).".formatted(firstLine(e.getOriginalMessage())),
                "Maybe an indentation, a colon or a quote is wrong.");
    }

    private static String firstLine(String message) {
        return message.lines()
                .filter(line -> !line.startsWith(" "))
                .skip(1)
                .findFirst()
                .or(() -> message.lines().findFirst())
                .orElse("")
                .strip();
    }

    /// Ends the reading of a file.
    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;
        private final String sentence;
        private final String remedy;

        RefusedException(JsonLocation place, String sentence, String remedy) {
            super(sentence);
            this.line = place.getLineNr();
            this.column = place.getColumnNr();
            this.sentence = sentence;
            this.remedy = remedy;
        }
    }
}
