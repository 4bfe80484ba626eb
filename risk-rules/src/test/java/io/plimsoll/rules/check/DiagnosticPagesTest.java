package io.plimsoll.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.DiagnosticCodes;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page of a diagnostic says what it means, shows files that are told it, and how to mend them.
class DiagnosticPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "reference", "diagnostics");
    private static final Pattern FILE = Pattern.compile("(?s)```[a-z]+ (?<path>[^\n]+)\n(?<text>.*?)```\n");

    /// What no text in a page can show: the folder, its size, its encoding, who may read it, what takes time, and gaps
    /// in the linter.
    private static final Set<String> WITHOUT_FILES = Set.of(
            "check.failed",
            "compile",
            "compile.declaration",
            "compile.package",
            "guard.interval",
            "lint.element",
            "lint.unreadable",
            "scenario.deadline",
            "scenario.too-many",
            "source.archive",
            "source.encoding",
            "source.link",
            "source.missing",
            "source.no-folder",
            "source.too-large",
            "source.too-many-files",
            "source.unreadable",
            "table.too-many-dates",
            "table.too-many-rows");

    /// What the linter says first, and what is said of a process.
    private static final Pattern OF_NO_FILE = Pattern.compile("fence\\..*|candidate\\..*");

    private static RuleSetSource standard;
    private static RuleSetVersion before;

    /// The examples are edits of a version that is live, with its guards.
    @BeforeAll
    static void compile() {
        RuleSetSource unguarded = Sources.withoutScenarios();
        String manifest = Sources.text(Sources.standard(), RuleSetManifest.FILE);
        String guards = manifest.substring(manifest.indexOf("\nguards:"));
        standard =
                Sources.with(unguarded, RuleSetManifest.FILE, Sources.text(unguarded, RuleSetManifest.FILE) + guards);
        before = RuleSetCheck.check(standard);
    }

    @AfterAll
    static void close() {
        before.close();
    }

    static Collection<String> codes() {
        return DiagnosticCodes.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void itsExampleIsToldThisVeryThing(String code) throws IOException {
        List<String> files = new ArrayList<>();
        Matcher file = FILE.matcher(Files.readString(PAGES.resolve(code + ".md")));
        while (file.find()) {
            files.add(file.group("path"));
            files.add(file.group("text"));
        }

        if (WITHOUT_FILES.contains(code) || OF_NO_FILE.matcher(code).matches()) {
            assertThat(files).isEmpty();
        } else {
            assertThat(found(files)).extracting(Diagnostic::code).contains(code);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void saysWhatItMeansAndHowToMendIt(String code) throws IOException {
        assertThat(Files.readString(PAGES.resolve(code + ".md")))
                .startsWith("# `" + code + "`\n\n")
                .containsPattern("\n\n## Example\n\n(?s).+\n\n## To mend it\n\n.+\\.\n$");
    }

    @Test
    void fewPagesShowNoFile() {
        assertThat(WITHOUT_FILES).hasSizeLessThan(20).isSubsetOf(DiagnosticCodes.all());
    }

    private static List<Diagnostic> found(List<String> files) {
        RuleSetSource source;
        try {
            source = Sources.with(standard, files.toArray(String[]::new));
            try (RuleSetVersion version = RuleSetCheck.check(source, Optional.of(before))) {
                return version.remarks();
            }
        } catch (InvalidRuleSetException e) {
            return e.diagnostics();
        }
    }
}
