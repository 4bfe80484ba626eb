package io.plimsoll.service.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `check --format`, `diff`, `scenarios` and `explain`.
final class RuleSetCommandsTest {

    private static final String STANDARD = "../rules/standard";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private RuleSetCopy copy;

    @BeforeEach
    void copyTheStandard() {
        copy = RuleSetCopy.in(folder);
    }

    private int run(Callable<Integer> command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void aProblemIsShownWithItsLineUnderlined() throws IOException {
        copy.edit("thresholds/margin.drl", "cross == true", "crosss == true");

        assertThat(run(new CheckCommand(), folder.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .anyMatch(line -> line.startsWith("thresholds/margin.drl:18:24: [lint.field] "))
                .contains("   18 |     $account : Account(crosss == true, $segment : segment)")
                .contains("      |                        ^^^^^^");
    }

    @Test
    void aProblemIsWrittenAsJson() throws IOException {
        copy.edit("tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,7.5 %");

        assertThat(run(new CheckCommand(), "--format", "json", folder.toString()))
                .isEqualTo(1);
        assertThat(json().path("passed").booleanValue()).isFalse();
        assertThat(json().path("diagnostics")).anySatisfy(diagnostic -> {
            assertThat(diagnostic.path("code").textValue()).isEqualTo("table.range");
            assertThat(diagnostic.path("columnName").textValue()).isEqualTo("margin_call");
        });
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aProblemIsWrittenAsSarif() throws IOException {
        copy.edit("thresholds/margin.drl", "cross == true", "crosss == true");

        assertThat(run(new CheckCommand(), "--format", "sarif", folder.toString()))
                .isEqualTo(1);
        JsonNode result = json().path("runs").path(0).path("results").path(0);
        assertThat(json().path("version").textValue()).isEqualTo("2.1.0");
        assertThat(json().path("$schema").textValue()).contains("sarif-schema-2.1.0");
        assertThat(result.path("ruleId").textValue()).isEqualTo("lint.field");
        assertThat(result.path("level").textValue()).isEqualTo("error");
        JsonNode place = result.path("locations").path(0).path("physicalLocation");
        assertThat(place.path("artifactLocation").path("uri").textValue()).isEqualTo(folder + "/thresholds/margin.drl");
        assertThat(place.path("region").path("startLine").intValue()).isEqualTo(18);
        assertThat(place.path("region").path("startColumn").intValue()).isEqualTo(24);
        assertThat(place.path("region").path("endColumn").intValue()).isEqualTo(30);
        assertThat(json().path("runs")
                        .path(0)
                        .path("tool")
                        .path("driver")
                        .path("rules")
                        .path(0)
                        .path("id")
                        .textValue())
                .isEqualTo("lint.field");
    }

    @Test
    void anAccountThatFallsIntoAGapIsWrittenAsAScenario() throws IOException {
        copy.edit("tables/margin.csv", "retail,major,", "retail,meme,50 %,60 %,70 %,90 %\nretail,major,");
        Path examples = folder.resolve("examples.yaml");

        assertThat(run(new CheckCommand(), "--examples", examples.toString(), folder.toString()))
                .isZero();
        assertThat(Files.readString(examples)).contains("scenarios:", "instrumentClass", "meme");
    }

    @Test
    void aDifferenceIsToldInTheWordsOfTheRules() throws IOException {
        copy.edit("tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,75 %");

        assertThat(run(new DiffCommand(), STANDARD, folder.toString())).isEqualTo(1);
        assertThat(out.toString().strip())
                .isEqualTo("tables/margin.csv:2: number moved: margin:retail/major.margin_call"
                        + " 80 % -> 75 % (-5 points, -6.25 %)");
    }

    @Test
    void aDifferenceIsWrittenAsJson() throws IOException {
        copy.edit("tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,75 %");

        assertThat(run(new DiffCommand(), "--json", STANDARD, folder.toString()))
                .isEqualTo(1);
        JsonNode change = json().path("changes").path(0);
        assertThat(change.path("kind").textValue()).isEqualTo("NUMBER_MOVED");
        assertThat(change.path("subject").textValue()).isEqualTo("margin:retail/major.margin_call");
        assertThat(change.path("move").textValue()).isEqualTo("-5");
        assertThat(change.path("relativeMove").textValue()).isEqualTo("-6.25");
    }

    @Test
    void versionsThatMeanTheSameDoNotDiffer() throws IOException {
        copy.edit("thresholds/margin.drl", "$segment", "$s");

        assertThat(run(new DiffCommand(), STANDARD, folder.toString())).isZero();
        assertThat(out.toString()).startsWith("thresholds/margin.drl: wording changed");
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        assertThat(run(new DiffCommand(), STANDARD, folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nowhere");
    }

    @Test
    void scenariosAreListedWithWhatTheyReach() {
        assertThat(run(new ScenariosCommand(), STANDARD)).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line ->
                        line.matches("pass  retail major, exactly at the margin call \\(.*margin-cross.yaml:\\d+\\)"))
                .anyMatch(line -> line.matches("(\\d+) of \\1 rules reached"))
                .anyMatch(line -> line.matches("(\\d+) of \\1 rows reached"))
                .anyMatch(line -> line.matches("(\\d+) of \\1 boundaries reached"));
    }

    @Test
    void aScenarioThatFailsIsShownWithItsDifference() throws IOException {
        copy.edit("thresholds/equity.drl", "cross == true", "cross == false");

        assertThat(run(new ScenariosCommand(), folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("FAIL  ");
    }

    @Test
    void aRuleIsExplained() {
        assertThat(run(new ExplainCommand(), STANDARD, "Cross account: margin")).isZero();
        assertThat(out.toString())
                .startsWith("Cross account: margin\nthresholds/margin.drl:16, sets thresholds\n")
                .contains("    when\n", "Joins rows of margin: ", "tables/margin.csv:2  ", "margin_call 80 %")
                .containsPattern("Fires in \\d+ of \\d+ scenarios\\.");
    }

    @Test
    void aRuleThatIsNotThereIsLookedForByItsNearestName() {
        assertThat(run(new ExplainCommand(), STANDARD, "Cross acount: margin")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("There is no rule of this name (Cross acount: margin). Maybe \"Cross account: margin\".\n");
    }
}
