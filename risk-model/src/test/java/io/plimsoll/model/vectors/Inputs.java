package io.plimsoll.model.vectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads what vectors say. Numbers, given as numbers or as texts, are the decimals that are written: none
/// passes through a double.
final class Inputs {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Inputs() {}

    static boolean has(JsonNode inputs, String field) {
        return !at(inputs, field).isNull() && !at(inputs, field).isMissingNode();
    }

    /// @throws IllegalArgumentException if there is none, or it is no number
    static BigDecimal number(JsonNode inputs, String field) {
        JsonNode node = at(inputs, field);
        try {
            return node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The vector has no number \"" + field + "\".", e);
        }
    }

    static BigDecimal numberOr(JsonNode inputs, String field, BigDecimal otherwise) {
        return has(inputs, field) ? number(inputs, field) : otherwise;
    }

    /// An integer amount of a unit of `10^-decimals`.
    static BigDecimal scaled(JsonNode inputs, String field, int decimals) {
        return number(inputs, field).scaleByPowerOfTen(-decimals);
    }

    static int whole(JsonNode inputs, String field) {
        return number(inputs, field).intValueExact();
    }

    /// 1 where the `side` is long, -1 where it is short.
    static BigDecimal sign(JsonNode inputs) {
        return switch (text(inputs, "side")) {
            case "long" -> BigDecimal.ONE;
            case "short" -> BigDecimal.ONE.negate();
            default ->
                throw new IllegalArgumentException(
                        "The side (%s) is neither long nor short.".formatted(text(inputs, "side")));
        };
    }

    static boolean claim(JsonNode inputs, String field) {
        if (!inputs.path(field).isBoolean()) {
            throw new IllegalArgumentException("The vector has no claim \"" + field + "\".");
        }
        return inputs.path(field).booleanValue();
    }

    /// @throws IllegalArgumentException if there is none
    static String text(JsonNode inputs, String field) {
        if (!inputs.path(field).isTextual()) {
            throw new IllegalArgumentException("The vector has no text \"" + field + "\".");
        }
        return inputs.path(field).asText();
    }

    /// A number, or a text such as `1/3`. Empty if it is neither.
    static Optional<Ratio> fraction(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(Ratio.of(node.decimalValue()));
        }
        String[] terms = node.isTextual() ? node.asText().split("/", -1) : new String[0];
        try {
            return switch (terms.length) {
                case 1 -> Optional.of(Ratio.of(new BigDecimal(terms[0])));
                case 2 -> Optional.of(Ratio.of(new BigDecimal(terms[0]), new BigDecimal(terms[1])));
                default -> Optional.empty();
            };
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static JsonNode at(JsonNode inputs, String field) {
        return inputs.isArray() ? inputs.path(Integer.parseInt(field)) : inputs.path(field);
    }
}
