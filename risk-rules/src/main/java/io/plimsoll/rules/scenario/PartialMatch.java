package io.plimsoll.rules.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares the parts of a document that somebody expects with the document.
///
/// Of a mapping, the expected entries must be there. Lists must have the same length and order, except those that say
/// where something comes from: of these, each expected element must match one, and none expected means none. Numbers
/// are compared as numbers.
final class PartialMatch {

    private static final Set<String> CONTAINED = Set.of("thresholds", "breaches", "overruled", "chosenBy", "rows");

    private PartialMatch() {}

    /// Every difference, as a clause that names the place.
    static List<String> differences(JsonNode expected, JsonNode actual) {
        List<String> differences = new ArrayList<>();
        compare("", "", expected, actual, differences);
        return differences;
    }

    private static void compare(
            String place, String name, JsonNode expected, JsonNode actual, List<String> differences) {
        switch (expected) {
            case ObjectNode object
            when actual instanceof ObjectNode ->
                object.properties()
                        .forEach(entry -> compare(
                                place.isEmpty() ? entry.getKey() : place + "." + entry.getKey(),
                                entry.getKey(),
                                entry.getValue(),
                                actual.path(entry.getKey()),
                                differences));
            case ArrayNode array
            when actual instanceof ArrayNode list -> {
                if (CONTAINED.contains(name)) {
                    contains(place, array, list, differences);
                } else {
                    elements(place, array, list, differences);
                }
            }
            default -> {
                if (!isSame(expected, actual)) {
                    differences.add("%s expected %s, was %s".formatted(place, brief(expected), brief(actual)));
                }
            }
        }
    }

    private static void elements(String place, ArrayNode expected, ArrayNode actual, List<String> differences) {
        if (expected.size() != actual.size()) {
            differences.add("%s expected %d entries, was %d: %s"
                    .formatted(place, expected.size(), actual.size(), brief(actual)));
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            compare("%s[%d]".formatted(place, i), "", expected.get(i), actual.get(i), differences);
        }
    }

    private static void contains(String place, ArrayNode expected, ArrayNode actual, List<String> differences) {
        if (expected.isEmpty() && !actual.isEmpty()) {
            differences.add("%s expected no entries, was %s".formatted(place, brief(actual)));
        }
        for (JsonNode wanted : expected) {
            boolean found = actual.valueStream()
                    .anyMatch(element -> differences(wanted, element).isEmpty());
            if (!found) {
                differences.add("%s expected an entry like %s, was %s".formatted(place, brief(wanted), brief(actual)));
            }
        }
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        // A ratio is written as a mapping; what people write down is its value.
        JsonNode value = actual.has("value") && expected.isValueNode() ? actual.get("value") : actual;
        if (!expected.isValueNode() || !value.isValueNode()) {
            return expected.equals(value);
        }
        Optional<BigDecimal> wanted = number(expected.asText());
        Optional<BigDecimal> got = number(value.asText());
        boolean bothNumbers = wanted.isPresent() && got.isPresent();
        return bothNumbers
                ? wanted.get().compareTo(got.get()) == 0
                : expected.asText().equals(value.asText());
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(Decimals.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String brief(JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        String text = node.isValueNode() ? node.asText() : node.toString();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
