package io.plimsoll.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrlLinterTest {

    private static final String HEADER = """
            package thresholds;
            import io.plimsoll.model.account.Account;
            global io.plimsoll.model.threshold.ThresholdSink thresholds;
            """;

    private final Diagnostics diagnostics = new Diagnostics();

    /// A refused rule set can't have reached a compiler, because the linter knows none: of Drools it refers to the
    /// parser, the syntax tree, and the name of the language level.
    @Test
    void refersToNothingOfDroolsButItsParser() throws IOException {
        TreeSet<String> packages = new TreeSet<>();
        try (Stream<Path> classes = Files.list(Path.of("target/classes/io/plimsoll/rules/lint"))) {
            for (Path file : classes.toList()) {
                ClassFile.of().parse(file).constantPool().forEach(entry -> {
                    if (entry instanceof ClassEntry type
                            && type.asInternalName().matches("org/(drools|kie)/.*")) {
                        packages.add(type.asInternalName().replaceFirst("/[^/]*$", ""));
                    }
                });
            }
        }

        assertThat(packages)
                .containsExactly("org/drools/drl/ast/descr", "org/drools/drl/parser", "org/kie/internal/builder/conf");
    }

    @Test
    void problemsOfAllFilesAreToldAtOnce() {
        DrlLinter.lint(
                Sources.of(
                        "thresholds/a.drl",
                        "package thresholds;\nrule one when\n",
                        "thresholds/b.drl",
                        HEADER + "rule two when Account() then drools.halt(); end\n",
                        "actions/c.drl",
                        HEADER + "rule three when Account() then ; end\n",
                        "d.drl",
                        ""),
                List.of(),
                diagnostics);

        assertThat(diagnostics.all())
                .extracting(Diagnostic::file)
                .contains("thresholds/a.drl", "thresholds/b.drl", "actions/c.drl", "d.drl");
    }

    @Test
    void aRuleNameIsUniqueAcrossTheFilesOfAPhase() {
        DrlLinter.lint(
                Sources.of(
                        "thresholds/a.drl", HEADER + "rule one when Account() then ; end\n",
                        "thresholds/b.drl", HEADER + "rule one when Account() then ; end\n"),
                List.of(),
                diagnostics);

        assertThat(diagnostics.all())
                .filteredOn(found -> found.severity() == Severity.ERROR)
                .singleElement()
                .hasToString("thresholds/b.drl:4:1: [lint.duplicate-rule] A rule of this name (one) is already in"
                        + " thresholds/a.drl:4. Maybe rename one of the two.");
    }

    @Test
    void moreThanFiveHundredRulesAreRefused() {
        StringBuilder rules = new StringBuilder(HEADER);
        for (int i = 0; i <= DrlLinter.MAX_RULES; i++) {
            rules.append("rule r").append(i).append(" when Account() then ; end\n");
        }

        assertThat(codesOf(rules.toString())).containsExactly("lint.limit:504");
    }

    @Test
    void aFileThatIsTooLargeIsNotParsed() {
        assertThat(codesOf("x".repeat(SourceScanner.MAX_CHARACTERS + 1))).containsExactly("lint.limit:1");
    }

    @Test
    void bracketsNestedTooDeepAreNotParsed() {
        String nested = "(".repeat(65) + "crossed" + ")".repeat(65);

        assertThat(codesOf(HEADER + "rule one when Account(" + nested + ") then end"))
                .containsExactly("lint.limit:4");
    }

    /// Each of these kept a parser busy, or overflowed its stack, before there were limits.
    @ParameterizedTest
    @ValueSource(strings = {"!", "- ", "a.", "a + ", "a == 1 && ", "a ? b : ", "(", "[", "f(", "a()."})
    @Timeout(20)
    void anEndlessExpressionIsRefusedSoon(String piece) {
        String endless = piece.repeat(200_000 / piece.length());

        assertThat(codesOf(HEADER + "rule one when Account(" + endless + "a == 1) then end"))
                .containsExactly("lint.limit:4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "- ", "a.", "a + ", "a == 1 && ", "a ? b : "})
    @Timeout(20)
    void aLongExpressionWithinTheLimitsDoesNotOverflow(String piece) {
        String longest = piece.repeat(3_800 / piece.strip().length());

        assertThatCode(() -> codesOf(HEADER + "rule one when Account(" + longest + "a == 1) then end"))
                .doesNotThrowAnyException();
    }

    /// Whatever is typed, the linter answers, with places that exist in the file.
    @Test
    void anyEditIsAnswered() throws IOException {
        String text = LintCases.read("accepted", "accumulate.drl");
        String[] pieces = {
            "(", ")", ";", "\"", "'", "then", "end", "$", ".", "{", "/*", "//", "\n", "@", "0.5", "eval(", "from "
        };
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int at = random.nextInt(text.length());
            int until = Math.min(text.length(), at + random.nextInt(4));
            String edited = text.substring(0, at) + pieces[random.nextInt(pieces.length)] + text.substring(until);

            LintCases.Result result = LintCases.lint(edited);

            long lines = edited.lines().count() + 1;
            assertThat(result.diagnostics())
                    .as("seed %d:%n%s", seed, edited)
                    .allSatisfy(found -> assertThat(found.line()).isBetween(1, (int) lines));
        }
    }

    @Test
    @Timeout(20)
    void aFileOfTheLargestSizeIsReadSoon() {
        StringBuilder rules = new StringBuilder(HEADER);
        for (int i = 0; i < 450; i++) {
            rules.append("rule r").append(i).append(" when Account(segment == \"retail\", currency in (");
            rules.append("\"USDT\", ".repeat(50)).append("\"USD\")) then end\n");
        }

        assertThat(codesOf(rules.toString())).isEmpty();
    }

    private List<String> codesOf(String text) {
        DrlLinter.lint(Sources.of("thresholds/case.drl", text), List.of(), diagnostics);
        return diagnostics.all().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .map(found -> found.code() + ":" + found.line())
                .toList();
    }
}
