package io.plimsoll.rules.document.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.rules.diagnostic.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads tokens into records, and goes on after a problem, so that all of them are found.
///
/// Every method starts on the first token of a value and ends on its last.
final class RecordReader {

    private final JsonParser parser;
    private final JsonPath path;
    private final Problems problems;
    private final ScalarReader scalars;

    RecordReader(JsonParser parser, JsonPath path, Problems problems) {
        this.parser = parser;
        this.path = path;
        this.problems = problems;
        this.scalars = new ScalarReader(parser, path, problems);
    }

    /// The record at this place; null, with a problem, if it can't be made.
    @Nullable
    Object record(ValueShape.Members members) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            scalars.wrongType(members);
            return null;
        }
        RecordShape shape = members.shape();
        @Nullable Object[] components = new @Nullable Object[shape.fields().size()];
        boolean[] given = new boolean[components.length];
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            field(shape, components, given);
        }
        return complete(shape, components, given) ? shape.create(components) : null;
    }

    private void field(RecordShape shape, @Nullable Object[] components, boolean[] given) throws IOException {
        String name = parser.currentName();
        Integer index = shape.indexes().get(name);
        if (index == null || given[index]) {
            if (index == null) {
                unknown(shape, name);
            } else {
                problems.add(path.pointerTo(name), "is given a second time.", "Maybe remove one of the two.");
            }
            parser.nextToken();
            parser.skipChildren();
            return;
        }
        RecordShape.Field field = shape.fields().get(index);
        path.enter(name);
        parser.nextToken();
        given[index] = field.required() || !parser.hasToken(JsonToken.VALUE_NULL);
        if (given[index]) {
            components[index] = value(field.value());
        }
        path.leave();
    }

    private @Nullable Object value(ValueShape shape) throws IOException {
        return switch (shape) {
            case ValueShape.Members members -> record(members);
            case ValueShape.Entries entries -> entries(entries);
            case ValueShape.Text text -> scalars.text(text);
            case ValueShape.Decimal decimal -> scalars.decimal(decimal);
            case ValueShape.Moment moment -> scalars.moment(moment);
            case ValueShape.Flag flag -> scalars.flag(flag);
            case ValueShape.Choice choice -> scalars.choice(choice);
        };
    }

    private @Nullable List<Object> entries(ValueShape.Entries shape) throws IOException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            scalars.wrongType(shape);
            return null;
        }
        List<Object> entries = new ArrayList<>();
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count < shape.max()) {
                path.enter(count);
                Object entry = value(shape.element());
                path.leave();
                if (entry != null) {
                    entries.add(entry);
                }
            } else {
                parser.skipChildren();
            }
            count++;
        }
        checkCount(shape, count);
        return entries;
    }

    private void checkCount(ValueShape.Entries shape, int count) {
        if (count < shape.min()) {
            problems.add(
                    path.pointer(),
                    "has too few entries (%d).".formatted(count),
                    "Maybe give at least %d.".formatted(shape.min()));
        }
        if (count > shape.max()) {
            problems.add(
                    path.pointer(),
                    "has too many entries (%d).".formatted(count),
                    "Maybe give at most %d.".formatted(shape.max()));
        }
    }

    /// Whether there is everything that must be; lists that are left out are empty.
    private boolean complete(RecordShape shape, @Nullable Object[] components, boolean[] given) {
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            RecordShape.Field field = shape.fields().get(i);
            if (!given[i] && field.required()) {
                problems.add(path.pointerTo(field.name()), "is missing.", "Maybe add it: " + example(field));
            }
            if (!given[i] && !field.required() && field.value() instanceof ValueShape.Entries) {
                components[i] = List.of();
            }
            complete &= components[i] != null || !field.required();
        }
        return complete;
    }

    private static String example(RecordShape.Field field) {
        return "\"%s\" must be %s.".formatted(field.name(), field.value().words());
    }

    private void unknown(RecordShape shape, String name) {
        String known = "Known are " + String.join(", ", shape.names()) + ".";
        problems.add(
                path.pointerTo(name),
                "(%s) is not a known field here.".formatted(Shown.text(name)),
                NearestName.of(name, shape.names())
                        .map(nearest -> "Maybe %s. %s".formatted(nearest, known))
                        .orElse("Maybe remove it. " + known));
    }
}
