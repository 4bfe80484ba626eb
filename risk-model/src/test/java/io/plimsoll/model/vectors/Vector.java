package io.plimsoll.model.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.fact.InvalidFactException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Inputs and the figures that another system expects of them.
///
/// @param file where it stands, under the folder that was read
/// @param system whose convention it is
/// @param fn the function
/// @param expected figures by name, of which an answer may hold more; `error` if the inputs must be refused
/// @param tolerance `abs` and `rel`, summed as in the vectors' own checker; anything else for exact
/// @param slip why the source's own figure is wrong; empty if it is not
record Vector(
        String file,
        String id,
        String system,
        String fn,
        JsonNode inputs,
        JsonNode expected,
        JsonNode tolerance,
        Optional<String> slip) {

    /// Reads one entry of a file.
    ///
    /// @param suite the system of entries that name none
    /// @throws IllegalArgumentException if a part is missing; the message names file and id
    static Vector of(String file, String suite, JsonNode node) {
        String id = node.path("id").asText();
        String at = file + ", " + (id.isEmpty() ? "a vector without an id" : id);
        for (String part : List.of("id", "fn", "inputs", "expected")) {
            if (!node.hasNonNull(part)) {
                throw new IllegalArgumentException("%s: has no \"%s\".".formatted(at, part));
            }
        }
        String system = node.path("system").asText(suite);
        if (system.isEmpty()) {
            throw new IllegalArgumentException("%s: names no system, nor does its file.".formatted(at));
        }
        if (!node.path("inputs").isObject()) {
            throw new IllegalArgumentException("%s: its inputs are not an object.".formatted(at));
        }
        return new Vector(
                file,
                id,
                system,
                node.path("fn").asText(),
                node.path("inputs"),
                Figures.named(node.path("expected")),
                node.path("tolerance"),
                Optional.of(node.path("known_unreproducible"))
                        .filter(slip -> slip.isTextual() || slip.asBoolean())
                        .map(JsonNode::asText));
    }

    /// What is wrong with the answer; empty if nothing is.
    List<String> mismatches(Function<JsonNode, Map<String, Object>> function) {
        try {
            Map<String, Object> answer = function.apply(inputs);
            if (expected.has("error")) {
                return List.of(told("is %s, but should be refused (%s)"
                        .formatted(answer, expected.path("error").asText())));
            }
            return Figures.mismatches(expected, answer, tolerance).stream()
                    .map(this::told)
                    .toList();
        } catch (InvalidFactException e) {
            return expected.has("error") ? List.of() : List.of(told("is refused: " + e.getMessage()));
        } catch (RuntimeException e) {
            return List.of(told(e.toString()));
        }
    }

    private String told(String what) {
        return "%s, %s: %s".formatted(file, id, what);
    }
}
