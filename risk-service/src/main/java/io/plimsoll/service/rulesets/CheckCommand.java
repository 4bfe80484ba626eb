package io.plimsoll.service.rulesets;

import io.plimsoll.rules.candidate.CandidateCheck;
import io.plimsoll.rules.candidate.CandidateLimits;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Override
    public Integer call() throws IOException {
        try (RuleSetVersion version = check(RuleSetFolder.read(folder))) {
            version.remarks().forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getOut().println(summary(version));
            return 0;
        } catch (InvalidRuleSetException e) {
            e.diagnostics().forEach(spec.commandLine().getErr()::println);
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%d problems: the rule set can't go live.%n",
                            e.diagnostics().stream()
                                    .filter(problem -> problem.severity() == Severity.ERROR)
                                    .count());
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

    private static String summary(RuleSetVersion version) {
        return "%s %s: %d tables, %d rules, %d scenarios passed"
                .formatted(
                        version.name(),
                        version.digest(),
                        version.source().paths("tables", ".csv").size(),
                        version.ruleCount(),
                        version.scenarioCount());
    }
}
