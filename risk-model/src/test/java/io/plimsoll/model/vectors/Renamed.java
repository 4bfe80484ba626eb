package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// A function that another suite knows by other names, in the same units: its numbers go in under those, and
/// one figure comes out as the only one.
///
/// @param function of the other suite
/// @param names what each number is called here, and there; none may lack
/// @param texts what the other function asks for besides
/// @param figure what it calls the figure
record Renamed(
        Function<JsonNode, Map<String, Object>> function,
        Map<String, String> names,
        Function<JsonNode, Map<String, String>> texts,
        String figure)
        implements Function<JsonNode, Map<String, Object>> {

    @Override
    public Map<String, Object> apply(JsonNode inputs) {
        ObjectNode there = JsonNodeFactory.instance.objectNode();
        names.forEach((here, name) -> there.put(name, number(inputs, here)));
        texts.apply(inputs).forEach(there::put);
        return Map.of(Figures.ONLY, Objects.requireNonNull(function.apply(there).get(figure)));
    }
}
