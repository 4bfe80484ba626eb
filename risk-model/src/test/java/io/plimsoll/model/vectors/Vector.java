package io.plimsoll.model.vectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Inputs and the figures that another system expects of them.
///
/// @param fn the function
/// @param expected figures by name; an answer may hold more
/// @param tolerance `abs` and `rel`, summed as in the vectors' own checker; missing for exact
record Vector(String id, String fn, JsonNode inputs, JsonNode expected, JsonNode tolerance) {

    /// Reads decimals as they are written: no number passes through a double.
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static Vector of(JsonNode node) {
        return new Vector(
                node.path("id").asText(),
                node.path("fn").asText(),
                node.path("inputs"),
                node.path("expected"),
                node.path("tolerance"));
    }

    /// Whether it speaks of a convention that the model has: of the isolated prices, Binance's.
    boolean isOurs() {
        return !fn.equals("isolated_liquidation_price")
                || inputs.path("exchange").asText().equals("binance");
    }

    /// What is wrong with the answer; empty if nothing is.
    List<String> mismatches(Function<JsonNode, Map<String, Object>> function) {
        List<String> mismatches = new ArrayList<>();
        try {
            Map<String, Object> answer = function.apply(inputs);
            expected.properties().forEach(figure -> {
                Object answered = answer.get(figure.getKey());
                if (!matches(figure.getValue(), answered)) {
                    mismatches.add("%s: %s is %s, but should be %s"
                            .formatted(
                                    id,
                                    figure.getKey(),
                                    answered instanceof Ratio ratio ? ratio.shownText() : answered,
                                    figure.getValue()));
                }
            });
            if (expected.isEmpty()) {
                mismatches.add(id + ": expects nothing");
            }
        } catch (RuntimeException e) {
            mismatches.add(id + ": " + e);
        }
        return mismatches;
    }

    private boolean matches(JsonNode figure, Object answered) {
        if (figure.isBoolean()) {
            return Boolean.valueOf(figure.booleanValue()).equals(answered);
        }
        if (!(answered instanceof Ratio ratio)) {
            return false;
        }
        BigDecimal wanted = figure.isNumber() ? figure.decimalValue() : new BigDecimal(figure.asText());
        if (tolerance.isObject()) {
            BigDecimal allowed = part("abs").add(part("rel").multiply(wanted.abs()));
            return ratio.minus(wanted).abs().compareTo(allowed) <= 0;
        }
        // A figure given as text is exact to its last digit.
        return ratio.compareTo(wanted) == 0
                || (figure.isTextual()
                        && ratio.rounded(wanted.scale(), RoundingMode.HALF_EVEN).compareTo(wanted) == 0);
    }

    private BigDecimal part(String name) {
        JsonNode part = tolerance.path(name);
        return part.isMissingNode() || part.isNull() ? BigDecimal.ZERO : new BigDecimal(part.asText());
    }
}
