package io.plimsoll.rules.document.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.rules.diagnostic.NearestName;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads single values, and takes none for another: `"true"` is not true, `1` is no name, `""` is not null.
final class ScalarReader {

    private final JsonParser parser;
    private final JsonPath path;
    private final Problems problems;

    ScalarReader(JsonParser parser, JsonPath path, Problems problems) {
        this.parser = parser;
        this.path = path;
        this.problems = problems;
    }

    @Nullable
    String text(ValueShape.Text shape) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            wrongType(shape);
            return null;
        }
        String text = parser.getText();
        if (shape.form() != null && !shape.form().matcher(text).matches()) {
            refuse(
                    text,
                    "is malformed: it must match %s.".formatted(shape.form().pattern()),
                    text.isEmpty()
                            ? "Maybe fill it in."
                            : "Maybe remove spaces and special characters, or shorten it.");
            return null;
        }
        if (!isKeepable(text)) {
            refuse(
                    text,
                    "has U+0000 or half of a surrogate pair, which stand for no character.",
                    "Maybe it was cut off or encoded twice.");
            return null;
        }
        return text;
    }

    /// JSON can write what UTF-8 and databases have no form for.
    private static boolean isKeepable(String text) {
        return text.codePoints()
                .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }

    /// Numbers and strings alike are read exactly from their text; they are bounded before any arithmetic.
    @Nullable
    BigDecimal decimal(ValueShape.Decimal shape) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)
                && !parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            wrongType(shape);
            return null;
        }
        String text = parser.getText();
        try {
            return Decimals.parse(text);
        } catch (IllegalArgumentException e) {
            refuseNumber(text, String.valueOf(e.getMessage()), shape);
            return null;
        }
    }

    @Nullable
    Instant moment(ValueShape.Moment shape) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            wrongType(shape);
            return null;
        }
        Optional<Instant> moment = Moments.parse(parser.getText());
        if (moment.isEmpty()) {
            refuse(parser.getText(), "is not a time in UTC.", "Maybe " + shape.hint());
        }
        return moment.orElse(null);
    }

    @Nullable
    Boolean flag(ValueShape.Flag shape) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_TRUE) && !parser.hasToken(JsonToken.VALUE_FALSE)) {
            wrongType(shape);
            return null;
        }
        return parser.getBooleanValue();
    }

    @Nullable
    Object choice(ValueShape.Choice shape) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            wrongType(shape);
            return null;
        }
        String name = parser.getText();
        Object constant = shape.constants().get(name);
        if (constant == null) {
            refuse(
                    name,
                    "must be %s.".formatted(shape.words()),
                    NearestName.of(name, shape.constants().keySet())
                            .map(nearest -> "Maybe %s.".formatted(nearest))
                            .orElse("Maybe " + shape.hint()));
        }
        return constant;
    }

    /// Reports that the value at this place is of another type, and skips it.
    void wrongType(ValueShape shape) throws IOException {
        refuse(shownToken(), "must be %s.".formatted(shape.words()), "Maybe " + shape.hint());
        parser.skipChildren();
    }

    private void refuseNumber(String text, String reason, ValueShape.Decimal shape) {
        boolean namesTheValue = reason.startsWith("is not a decimal number");
        refuse(text, namesTheValue ? "is not a decimal number." : reason, "Maybe " + shape.hint());
    }

    private void refuse(String value, String clause, String remedy) {
        problems.add(path.pointer(), "(%s) %s".formatted(Shown.text(value), clause), remedy);
    }

    private String shownToken() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "\"" + parser.getText() + "\"";
            default -> parser.getText();
        };
    }
}
