package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import io.plimsoll.rules.table.RuleTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The rule files under `lint/`, each with what the linter is to say of it in its first line:
/// `// thresholds: lint.eval:18:5 …` (the phase, then codes with line and column), or the phase alone.
final class LintCases {

    private static final Path FOLDER = Path.of("src/test/resources/lint");

    private LintCases() {}

    /// The names of all cases in a folder.
    static Stream<String> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    static String read(String folder, String name) throws IOException {
        return Files.readString(FOLDER.resolve(folder).resolve(name));
    }

    static List<String> expected(String text) {
        String line = text.lines().findFirst().orElseThrow();
        return line.contains(":")
                ? List.of(line.substring(line.indexOf(':') + 2).split(" "))
                : List.of();
    }

    /// What the linter says of a rule file.
    static Result lint(String text) throws IOException {
        String phase = text.startsWith("// actions") ? "actions" : "thresholds";
        RuleSetSource source = Sources.of(
                "tables/margin.csv",
                Files.readString(FOLDER.resolve("tables/margin.csv")),
                "tables/margin.table.yaml",
                Files.readString(FOLDER.resolve("tables/margin.table.yaml")),
                phase + "/case.drl",
                text);
        Diagnostics diagnostics = new Diagnostics();
        List<RuleOutline> rules = DrlLinter.lint(source, RuleTables.read(source, diagnostics), diagnostics);
        return new Result(rules, diagnostics.all());
    }

    record Result(List<RuleOutline> rules, List<Diagnostic> diagnostics) {

        /// Without warnings: what is refused.
        List<Diagnostic> errors() {
            return diagnostics.stream()
                    .filter(found -> found.severity() == Severity.ERROR)
                    .toList();
        }

        List<String> places() {
            return errors().stream()
                    .map(found -> found.code() + ":" + found.line() + ":" + found.column())
                    .toList();
        }
    }
}
