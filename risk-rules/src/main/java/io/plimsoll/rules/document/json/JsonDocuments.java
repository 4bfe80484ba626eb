package io.plimsoll.rules.document.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reads strict JSON into records.
///
/// A record's components are the fields: texts, exact decimals (as strings or numbers), times in UTC, enums,
/// records and lists of records or texts. `@NotNull` makes a field required, `@Pattern` gives a text its
/// form, also in a list, `@Size` bounds a list. A list that is left out is empty; anything else that is left
/// out is null.
public final class JsonDocuments {

    /// The most bytes of a document.
    public static final int MAX_BYTES = 4 << 20;

    private JsonDocuments() {}

    /// The record that a text stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with the text
    public static <R extends Record> R read(byte[] json, Class<R> type) {
        try (JsonParser parser = JsonText.parser(json)) {
            return read(parser, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The record that a tree stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with the tree
    public static <R extends Record> R read(JsonNode json, Class<R> type) {
        try (JsonParser parser = json.traverse()) {
            return read(parser, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <R extends Record> R read(JsonParser parser, Class<R> type) throws IOException {
        JsonPath path = new JsonPath();
        Problems problems = new Problems();
        Object document = null;
        try {
            if (parser.nextToken() == null) {
                problems.add("", "is empty.", "Maybe the body was not sent.");
            } else {
                document =
                        new RecordReader(parser, path, problems).record(new ValueShape.Members(RecordShape.of(type)));
                requireEnd(parser, problems);
            }
        } catch (JsonProcessingException e) {
            LexicalProblem.report(e, place(parser, path), problems);
        }
        problems.throwIfAny();
        if (document == null) {
            throw new IllegalStateException("A document without problems was not read.");
        }
        return type.cast(document);
    }

    /// Where the parser was stopped: it looks at a value before the reader has entered the field.
    private static String place(JsonParser parser, JsonPath path) {
        String entered = path.pointer();
        String seen = parser.getParsingContext().pathAsPointer().toString();
        if (!seen.startsWith(entered + "/")) {
            return entered;
        }
        int end = seen.indexOf('/', entered.length() + 1);
        String field = seen.substring(entered.length() + 1, end < 0 ? seen.length() : end);
        boolean isDeeper = end >= 0;
        return isDeeper || !Shown.isPlain(field) ? entered : entered + "/" + field;
    }

    private static void requireEnd(JsonParser parser, Problems problems) throws IOException {
        if (problems.isEmpty() && parser.nextToken() != null) {
            problems.add("", "goes on after its end.", "Maybe send one document at a time.");
        }
    }
}
