package io.plimsoll.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import io.plimsoll.rules.table.RuleTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What authors get wrong is found where it stands, from the first character to the last, and nothing else is found.
class AuthorMistakesTest {

    private static final Path TABLE = Path.of("src/test/resources/lint/mistakes.txt");

    static Stream<String> mistakes() throws IOException {
        return Files.readAllLines(TABLE).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isFoundAtItsPlace(String mistake) {
        String[] parts = mistake.split("\\|", 2);
        List<String> codes = List.of(parts[0].strip().substring(2).strip().split(" +"));
        String marked = rule(mistake.startsWith("A"), parts[1].strip());

        List<Diagnostic> found = lint(mistake.startsWith("A"), marked.replaceAll("[«»]", ""));

        assertThat(found.stream().map(AuthorMistakesTest::place).toList())
                .as("%s", found)
                .containsExactlyInAnyOrderElementsOf(marks(marked));
        assertThat(found.stream().map(Diagnostic::code).toList()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(found).allSatisfy(problem -> {
            assertThat(problem.message()).endsWith(".");
            assertThat(problem.remedy()).startsWith("Maybe ").endsWith(".");
        });
    }

    @Test
    void mistakesAreMany() throws IOException {
        assertThat(mistakes().count()).isGreaterThanOrEqualTo(120);
    }

    private static String place(Diagnostic found) {
        return "%d:%d-%d".formatted(found.line(), found.column(), found.endColumn());
    }

    /// Where the marks stand, as if they were not there.
    private static List<String> marks(String marked) {
        List<String> places = new ArrayList<>();
        int line = 1;
        int column = 1;
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            switch (marked.charAt(i)) {
                case '\n' -> {
                    line++;
                    column = 1;
                }
                case '«' -> start = column;
                case '»' -> places.add("%d:%d-%d".formatted(line, start, column));
                default -> column++;
            }
        }
        return places;
    }

    private static String rule(boolean action, String body) {
        String[] parts = body.split("=>", 2);
        String subject = action ? "$breach : Breach()" : "$a : Account()";
        String sound = action
                ? "actions.liquidate($breach);"
                : "thresholds.set(ThresholdKind.MARGIN_CALL, $a, Metric.EQUITY, Comparison.BELOW, BigDecimal.ONE, BigDecimal.ONE);";
        String consequence = parts.length == 1 ? sound : parts[1].strip();
        // A subject that the consequence does not name would be a warning of its own.
        String used = consequence.matches("(?s).*[(« ,]\\$(a|breach)[», )].*") || body.contains("«$a»")
                ? subject
                : subject.replaceFirst(".*: ", "");
        return "%srule \"case\"\nwhen\n%s\n%s\nthen\n%s\nend\n"
                .formatted(header(action), used, parts[0].strip(), consequence);
    }

    private static String header(boolean action) {
        Phase phase = action ? Phase.ACTIONS : Phase.THRESHOLDS;
        FactCatalogue catalogue = FactCatalogue.of(phase);
        String imports = Stream.concat(catalogue.facts().values().stream(), catalogue.constants().values().stream())
                .sorted()
                .map("import %s;\n"::formatted)
                .collect(Collectors.joining());
        return "package %s;\n%sglobal %s %s;\n"
                .formatted(phase.folder(), imports, catalogue.sinkType(), catalogue.sink());
    }

    private static List<Diagnostic> lint(boolean action, String text) {
        RuleSetSource standard = Sources.withoutScenarios();
        Diagnostics diagnostics = new Diagnostics();
        RuleSetSource source = Sources.of(
                "tables/margin.csv",
                "",
                "tables/equity.csv",
                "",
                (action ? "actions" : "thresholds") + "/case.drl",
                text);
        DrlLinter.lint(source, RuleTables.read(standard, diagnostics), diagnostics);
        return diagnostics.all();
    }
}
