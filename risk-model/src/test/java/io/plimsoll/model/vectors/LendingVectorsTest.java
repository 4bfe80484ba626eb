package io.plimsoll.model.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plimsoll.model.number.Ratio;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Figures of lending and accrual from other systems' own test suites, where they are at hand; found as in
/// [SharedVectorsTest].
class LendingVectorsTest {

    @Test
    void everySharedFigureOfLendingComesOut() throws IOException {
        assertAllComeOut("collateral.json", LendingVectors.byName());
    }

    @Test
    void everySharedFigureOfLiquidationsComesOut() throws IOException {
        assertAllComeOut("cascade.json", LiquidationVectors.byName());
    }

    @Test
    void aWrongFigureIsNoticed() throws IOException {
        JsonNode vector = Vector.JSON.readTree("""
                {"id": "wrong", "fn": "aave_hf", "inputs": {"collateral": "3", "debt": 2, "lt_bps": 5000},
                 "expected": 0.7501, "tolerance": {"abs": 0.00009}}
                """);

        assertThat(mismatches(vector, LendingVectors.byName().get("aave_hf")))
                .containsExactly("wrong: value is 0.75, but should be 0.7501");
    }

    private static void assertAllComeOut(String name, Map<String, Function<JsonNode, Map<String, Object>>> functions)
            throws IOException {
        Path file = Optional.ofNullable(System.getProperty("plimsoll.vectors"))
                .or(() -> Optional.ofNullable(System.getenv("PLIMSOLL_VECTORS")))
                .map(Path::of)
                .orElse(Path.of("..", "..", "shared", "vectors"))
                .resolve(Path.of("collateral", name));
        assumeTrue(
                Files.isRegularFile(file),
                () -> "No shared vectors at %s. Maybe set PLIMSOLL_VECTORS."
                        .formatted(file.toAbsolutePath().normalize()));
        Map<String, int[]> counts = new TreeMap<>();
        List<String> mismatches = new ArrayList<>();

        for (JsonNode vector : Vector.JSON.readTree(file.toFile()).path("vectors")) {
            String fn = vector.path("fn").asText();
            if (functions.containsKey(fn)) {
                List<String> found = mismatches(vector, functions.get(fn));
                int[] count = counts.computeIfAbsent(fn, _ -> new int[2]);
                count[0] += found.isEmpty() ? 1 : 0;
                count[1]++;
                mismatches.addAll(found);
            }
        }

        counts.forEach((fn, count) -> System.out.printf("%-50s %3d/%d%n", fn, count[0], count[1]));
        assertThat(mismatches).isEmpty();
        assertThat(counts).isNotEmpty();
    }

    private static List<String> mismatches(JsonNode vector, Function<JsonNode, Map<String, Object>> function) {
        JsonNode expected = vector.path("expected");
        JsonNode figures = expected.isObject()
                ? expected
                : JsonNodeFactory.instance.objectNode().set("value", expected);
        Map<String, Object> answers = function.apply(vector.path("inputs"));
        return figures.properties().stream()
                .filter(figure -> !matches(figure.getValue(), answers.get(figure.getKey()), vector.path("tolerance")))
                .map(figure -> "%s: %s is %s, but should be %s"
                        .formatted(
                                vector.path("id").asText(),
                                figure.getKey(),
                                answers.get(figure.getKey()) instanceof Ratio ratio
                                        ? ratio.shownText()
                                        : answers.get(figure.getKey()),
                                figure.getValue()))
                .toList();
    }

    private static boolean matches(JsonNode figure, @Nullable Object answered, JsonNode tolerance) {
        if (figure.isNull()) {
            return answered == null;
        }
        if (figure.isBoolean() || !(answered instanceof Ratio ratio)) {
            return figure.isBoolean() && Boolean.valueOf(figure.booleanValue()).equals(answered);
        }
        BigDecimal wanted = new BigDecimal(figure.asText());
        BigDecimal relative = part(tolerance, "rel").multiply(wanted.abs());
        return ratio.minus(wanted).abs().compareTo(part(tolerance, "abs").max(relative)) <= 0;
    }

    private static BigDecimal part(JsonNode tolerance, String name) {
        return new BigDecimal(tolerance.path(name).asText("0"));
    }
}
