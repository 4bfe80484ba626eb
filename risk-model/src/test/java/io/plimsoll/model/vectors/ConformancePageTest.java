package io.plimsoll.model.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the reference says about conformance is so. Surefire runs in the module's folder.
class ConformancePageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "conformance.md");
    private static final Pattern TOTALS =
            Pattern.compile("over the (\\d+) vectors[^:]*: (\\d+)\\s+of (\\d+)\\s+come out of those covered");

    @Test
    void thePageListsTheFunctionsThatAreAnswered() throws IOException {
        Map<String, List<String>> functions = new Adapters(JsonNodeFactory.instance.objectNode())
                .functions().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, system -> List.copyOf(system.getValue())));

        assertThat(listed()).isEqualTo(functions);
    }

    @Test
    void thePageSaysWhyFunctionsAreLeftOut() throws IOException {
        String page = Files.readString(PAGE);

        Adapters.REASONS.forEach((what, why) -> assertThat(page.lines())
                .anyMatch(line -> line.startsWith("| " + what.replaceFirst(" (\\w+_\\w+_\\w+)$", ", `$1`") + " |")
                        && line.contains(why)));
    }

    @Test
    void theTotalsAreThoseOfTheVectorsTheyNameWhereTheseAreAtHand() throws IOException {
        Path folder = SharedVectorsTest.folder();
        assumeTrue(Files.isDirectory(folder), "No shared vectors.");
        VectorFolder vectors = VectorFolder.read(folder);
        MatchResult totals =
                TOTALS.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow();
        assumeTrue(Integer.parseInt(totals.group(1)) == vectors.vectors().size(), "Other vectors than the page's.");

        ConformanceTable.Count sum = ConformanceTable.of(vectors).sum();

        assertThat(List.of(totals.group(2), totals.group(3)))
                .isEqualTo(List.of(Integer.toString(sum.passed()), Integer.toString(sum.total())));
    }

    private static Map<String, List<String>> listed() throws IOException {
        return Files.readString(PAGE)
                .lines()
                .filter(line -> line.matches("\\| [^`|]+ \\| `.*"))
                .map(line -> line.split("\\s*\\|\\s*", -1))
                .collect(Collectors.toMap(
                        cells -> cells[1],
                        cells -> List.of(cells[2].replace("`", "").split(", ", -1))));
    }
}
