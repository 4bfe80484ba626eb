package io.plimsoll.model.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.vectors.Venue.Held;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures from other systems' own test suites, where they are at hand: in `../shared/vectors` beside the repository,
/// or
/// where `-Dplimsoll.vectors` or `PLIMSOLL_VECTORS` points. [MarginTablesTest] needs nothing outside the repository.
class SharedVectorsTest {

    @Test
    void everySharedFigureComesOut() throws IOException {
        Path folder = folder();
        assumeTrue(
                Files.isDirectory(folder),
                () -> "No shared vectors at %s. Maybe set PLIMSOLL_VECTORS."
                        .formatted(folder.toAbsolutePath().normalize()));
        JsonNode brackets = Vector.JSON
                .readTree(folder.resolve("binance_leverage_tiers.data.json").toFile())
                .path("symbols");
        Map<String, Function<JsonNode, Map<String, Object>>> functions = new VectorFunctions(brackets).byName();
        Map<String, int[]> counts = new TreeMap<>();
        functions.keySet().forEach(fn -> counts.put(fn, new int[2]));
        List<String> mismatches = new ArrayList<>();

        for (Vector vector : vectors(folder)) {
            if (functions.containsKey(vector.fn()) && vector.isOurs()) {
                List<String> found = vector.mismatches(functions.get(vector.fn()));
                mismatches.addAll(found);
                counts.get(vector.fn())[0] += found.isEmpty() ? 1 : 0;
                counts.get(vector.fn())[1]++;
            }
        }

        counts.forEach((fn, count) -> System.out.printf("%-50s %3d/%d%n", fn, count[0], count[1]));
        assertThat(mismatches).isEmpty();
        assertThat(counts).allSatisfy((fn, count) -> assertThat(count[1]).as(fn).isPositive());
    }

    @Test
    void aWrongFigureIsNoticed() throws IOException {
        JsonNode node = Vector.JSON.readTree("""
                {"id": "wrong", "fn": "risk_cmp", "inputs": {"a": {"nc": 100, "mmr": "50"}, "b": {"nc": 1e2, "mmr": 100.0}},
                 "expected": {"cmp": 0}, "tolerance": {"abs": 0.999999}}
                """);
        Vector vector = Vector.of(node);
        Map<String, Function<JsonNode, Map<String, Object>>> functions =
                new VectorFunctions(JsonNodeFactory.instance.objectNode()).byName();

        assertThat(vector.mismatches(functions.get(vector.fn()))).containsExactly("wrong: cmp is -1, but should be 0");
        assertThat(vector.mismatches(functions.get("tier_lookup")))
                .singleElement()
                .asString()
                .startsWith("wrong: ");
    }

    @ParameterizedTest(name = "{0} less {1}")
    @CsvSource({
        "0.01, 0.01, 1",
        "0.025, 16300, 652000",
        "0.1, 135365, 1353650",
        // 950 / 0.0065 never ends; 950 / 0.0064 does.
        "0.0065, 950, 148437.5",
        "0.003, 1, 372.52902984619140625",
        "0.07, 13.37, 191"
    })
    void aBracketBecomesAContinuousSchedule(BigDecimal rate, BigDecimal amount, BigDecimal floor) {
        MarginSchedule schedule = Venue.bracket(rate, amount);

        assertThat(schedule.tiers().getLast().maintenanceRate()).isEqualByComparingTo(rate);
        assertThat(schedule.tiers().getLast().maintenanceAmount()).isEqualByComparingTo(amount);
        assertThat(schedule.tiers().getLast().floor()).isEqualByComparingTo(floor);
    }

    @Test
    void aLongThatCannotBeLiquidatedHasTheLowestOfAllPrices() {
        Held held = new Held(
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.TEN,
                MarginSchedule.flat(new BigDecimal("0.1"), BigDecimal.ONE));

        assertThat(Venue.liquidationPrice(MarginMode.CROSS, BigDecimal.TEN, List.of(held)))
                .isEqualTo(Ratio.ZERO);
    }

    private static List<Vector> vectors(Path folder) throws IOException {
        List<Vector> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted()
                    .filter(path -> path.toString().endsWith(".json"))
                    .toList()) {
                JsonNode root = Vector.JSON.readTree(file.toFile());
                if (root.isArray()) {
                    root.forEach(node -> vectors.add(Vector.of(node)));
                }
            }
        }
        return vectors;
    }

    // Surefire runs in the module's folder.
    private static Path folder() {
        Path vectors = Optional.ofNullable(System.getProperty("plimsoll.vectors"))
                .or(() -> Optional.ofNullable(System.getenv("PLIMSOLL_VECTORS")))
                .map(Path::of)
                .orElse(Path.of("..", "..", "shared", "vectors"));
        return vectors.resolve("margin");
    }
}
