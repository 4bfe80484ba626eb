package io.plimsoll.service.rulesets;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

    @Override
    public Integer call() {
        try (RuleSetVersion version = RuleSetCheck.check(RuleSetFolder.read(folder))) {
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
