package io.plimsoll.service.rulesets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.candidate.CandidateCheck;
import io.plimsoll.rules.candidate.CandidateLimits;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `check`: whether a rule set could go live, and if not, what is wrong with it.
@Command(
        name = "check",
        description = "Check a rule set and run its scenarios.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it could go live; warnings are on standard error",
            "1:it is refused; what is wrong is on standard error",
            "2:wrong usage"
        })
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<folder>", description = "the folder of the rule set")
    private Path folder;

    @Option(
            names = "--isolated",
            description =
                    "try it in a process of its own first, within the limits that a running service sets to edits")
    private boolean isolated;

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "text for people (the default); json, or sarif for code hosts, on standard output")
    private Format format = Format.text;

    @Option(
            names = "--examples",
            paramLabel = "<file>",
            description = "write the accounts that show what was found about tables, as a scenario file")
    private @Nullable Path examples;

    /// The form of the answer. In small letters, as they are typed.
    enum Format {
        text,
        json,
        sarif
    }

    @Override
    public Integer call() throws IOException {
        @Nullable RuleSetSource source = null;
        try {
            source = RuleSetFolder.read(folder);
            writeExamples(source);
            try (RuleSetVersion version = check(source)) {
                tell(CheckReport.of(version), version.remarks(), source);
                return 0;
            }
        } catch (InvalidRuleSetException e) {
            tell(CheckReport.of(e), e.diagnostics(), source);
            return 1;
        }
    }

    private RuleSetVersion check(RuleSetSource source) throws IOException {
        if (!isolated) {
            return RuleSetCheck.check(source);
        }
        try (CandidateCheck process =
                new CandidateCheck(CandidateLimits.defaults().withoutStandby())) {
            return process.check(source, Optional.empty());
        }
    }

    private void writeExamples(RuleSetSource source) throws IOException {
        if (examples != null) {
            Files.writeString(examples, RuleSetCheck.counterExamples(source));
        }
    }

    private void tell(CheckReport report, List<Diagnostic> diagnostics, @Nullable RuleSetSource source) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case json -> out.println(new String(JsonWriter.write(report), UTF_8));
            case sarif -> out.println(new String(JsonWriter.write(SarifLog.of(folder.toString(), diagnostics)), UTF_8));
            case text -> {
                PrintWriter err = spec.commandLine().getErr();
                new DiagnosticPrinter(err, spec.commandLine().getColorScheme().ansi(), Optional.ofNullable(source))
                        .print(diagnostics);
                if (report.passed()) {
                    out.printf(
                            "%s %s: %d tables, %d rules, %d scenarios passed%n",
                            report.name(), report.version(), report.tables(), report.rules(), report.scenarios());
                } else {
                    long errors = diagnostics.stream()
                            .filter(problem -> problem.severity() == Severity.ERROR)
                            .count();
                    err.printf("%d problems: the rule set can't go live.%n", errors);
                }
            }
        }
    }
}
