package io.plimsoll.service.rulesets;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.check.ScenarioReport;
import io.plimsoll.rules.coverage.Coverage;
import io.plimsoll.rules.coverage.Coverage.Reach;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `scenarios`: which pass, and what they reach.
@Command(
        name = "scenarios",
        description = "Run the scenarios of a rule set and show what they reach.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all pass",
            "1:one fails, or the rule set can't be compiled; what is wrong is on standard error",
            "2:wrong usage"
        })
public final class ScenariosCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<folder>", description = "the folder of the rule set")
    private Path folder;

    @Option(
            names = "--missing",
            description = "write the scenarios that limits lack, as a file for scenarios/, and nothing else")
    private boolean missing;

    @Override
    public Integer call() {
        Optional<RuleSetSource> source = Optional.empty();
        try {
            source = Optional.of(RuleSetFolder.read(folder));
            if (missing) {
                spec.commandLine().getOut().print(RuleSetCheck.missingScenarios(source.get()));
                spec.commandLine().getOut().flush();
                return 0;
            }
            return tell(RuleSetCheck.scenarios(source.get()));
        } catch (InvalidRuleSetException e) {
            new DiagnosticPrinter(
                            spec.commandLine().getErr(),
                            spec.commandLine().getColorScheme().ansi(),
                            source)
                    .print(e.diagnostics());
            return 1;
        }
    }

    private int tell(ScenarioReport report) {
        PrintWriter out = spec.commandLine().getOut();
        int failed = 0;
        for (ScenarioReport.Result result : report.results()) {
            failed += result.hasPassed() ? 0 : 1;
            out.printf(
                    "%s  %s (%s:%d)%n",
                    result.hasPassed() ? "pass" : "FAIL",
                    result.scenario().name(),
                    result.scenario().file(),
                    result.scenario().line());
            result.differences().forEach(difference -> out.printf("      %s%n", difference));
        }
        Coverage coverage = report.coverage();
        out.printf(
                "%d of %d pass%n",
                report.results().size() - failed, report.results().size());
        tell("rules", coverage.rules());
        tell("rows", coverage.rows());
        tell("boundaries", coverage.boundaries());
        return failed == 0 && report.left() == null ? 0 : 1;
    }

    private void tell(String what, List<? extends Reach> all) {
        List<? extends Reach> missed =
                all.stream().filter(reach -> !reach.isCovered()).toList();
        spec.commandLine().getOut().printf("%d of %d %s reached%n", all.size() - missed.size(), all.size(), what);
        missed.forEach(reach -> spec.commandLine().getOut().printf("      not reached: %s%n", reach.name()));
    }
}
