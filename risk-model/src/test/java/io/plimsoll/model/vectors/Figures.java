package io.plimsoll.model.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Holds an answer against the figures expected. An answer's figures are a [Ratio], a [BigDecimal], a
/// `Boolean`, a text, or lists and maps of these.
final class Figures {

    /// The name of a figure that is expected without one.
    static final String ONLY = "value";

    // What a double carries for certain: figures with more digits have been through one.
    private static final int DOUBLE_DIGITS = 15;

    private static final int MONEY_SCALE = 8;

    private Figures() {}

    /// Figures by name: a lone one is called [#ONLY]; a fraction given as `x_num` and `x_den` is `x`.
    static JsonNode named(JsonNode expected) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        if (!expected.isObject()) {
            return figures.set(ONLY, expected);
        }
        expected.properties().forEach(figure -> {
            String name = figure.getKey();
            String stem = name.replaceFirst("_(num|den)$", "");
            if (!stem.equals(name) && expected.has(stem + "_num") && expected.has(stem + "_den")) {
                figures.put(
                        stem,
                        expected.path(stem + "_num").asText() + "/"
                                + expected.path(stem + "_den").asText());
            } else {
                figures.set(name, figure.getValue());
            }
        });
        return figures;
    }

    /// What differs, a clause each.
    static List<String> mismatches(JsonNode expected, Map<String, ?> answer, JsonNode tolerance) {
        List<String> mismatches = new ArrayList<>();
        expected.properties().forEach(figure -> {
            Object answered = answer.get(figure.getKey());
            if (!matches(figure.getValue(), answered, tolerance)) {
                mismatches.add(
                        "%s is %s, but should be %s".formatted(figure.getKey(), shown(answered), figure.getValue()));
            }
        });
        if (expected.isEmpty()) {
            mismatches.add("expects nothing");
        }
        return mismatches;
    }

    private static boolean matches(JsonNode figure, @Nullable Object answered, JsonNode tolerance) {
        return switch (answered) {
            case Boolean claim -> figure.isBoolean() && claim == figure.booleanValue();
            case Ratio ratio -> matches(figure, ratio, tolerance);
            case BigDecimal number -> matches(figure, Ratio.of(number), tolerance);
            case List<?> list ->
                figure.isArray()
                        && figure.size() == list.size()
                        && IntStream.range(0, list.size())
                                .allMatch(i -> matches(figure.get(i), list.get(i), tolerance));
            case Map<?, ?> map ->
                figure.isObject()
                        && !figure.isEmpty()
                        && figure.properties().stream()
                                .allMatch(part -> matches(part.getValue(), map.get(part.getKey()), tolerance));
            case String text -> figure.isTextual() && figure.asText().equals(text);
            case null -> figure.isNull();
            default -> false;
        };
    }

    private static boolean matches(JsonNode figure, Ratio ratio, JsonNode tolerance) {
        Optional<Ratio> read = Inputs.fraction(figure);
        if (read.isEmpty() || ratio.isUnbounded()) {
            return false;
        }
        Ratio wanted = read.get();
        if (tolerance.has("abs") || tolerance.has("rel")) {
            Ratio allowed = wanted.abs().times(part(tolerance, "rel")).plus(part(tolerance, "abs"));
            return ratio.minus(wanted).abs().compareTo(allowed) <= 0;
        }
        return ratio.compareTo(wanted) == 0 || isToTheLastDigit(wanted, ratio);
    }

    // An amount that a venue rounds has few decimals, and has to be rounded by whoever answers.
    private static boolean isToTheLastDigit(Ratio wanted, Ratio ratio) {
        BigDecimal decimal = wanted.numerator();
        if (wanted.denominator().compareTo(BigDecimal.ONE) != 0 || decimal.scale() <= MONEY_SCALE) {
            return false;
        }
        MathContext context = new MathContext(Math.min(DOUBLE_DIGITS, decimal.precision()), RoundingMode.HALF_EVEN);
        return ratio.numerator().divide(ratio.denominator(), context).compareTo(decimal.round(context)) == 0;
    }

    private static BigDecimal part(JsonNode tolerance, String name) {
        return Inputs.has(tolerance, name) ? Inputs.number(tolerance, name) : BigDecimal.ZERO;
    }

    private static Object shown(@Nullable Object answered) {
        return switch (answered) {
            case null -> "missing";
            case Ratio ratio -> ratio.shownText();
            case List<?> list -> list.stream().map(Figures::shown).toList();
            default -> answered;
        };
    }
}
