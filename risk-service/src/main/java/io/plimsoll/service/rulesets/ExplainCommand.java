package io.plimsoll.service.rulesets;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.check.ScenarioReport;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.diagnostic.NearestName;
import io.plimsoll.rules.lint.Phase;
import io.plimsoll.rules.lint.RuleSketch;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `explain`: what a rule is, reads and decides.
@Command(
        name = "explain",
        description = "Show a rule, the table rows that it can join, and the scenarios in which it fires.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:there is such a rule",
            "1:there is no such rule, or the rule set is refused; what is wrong is on standard error",
            "2:wrong usage"
        })
public final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<folder>", description = "the folder of the rule set")
    private Path folder;

    @Parameters(index = "1", paramLabel = "<rule>", description = "the name of the rule")
    private String rule;

    @Override
    public Integer call() {
        Optional<RuleSetSource> source = Optional.empty();
        try {
            source = Optional.of(RuleSetFolder.read(folder));
            return explain(source.get());
        } catch (InvalidRuleSetException e) {
            new DiagnosticPrinter(
                            spec.commandLine().getErr(),
                            spec.commandLine().getColorScheme().ansi(),
                            source)
                    .print(e.diagnostics());
            return 1;
        }
    }

    private int explain(RuleSetSource source) {
        ScenarioReport report = RuleSetCheck.scenarios(source);
        List<RuleSketch> rules = RuleSketch.of(source, new Diagnostics());
        List<RuleSketch> named =
                rules.stream().filter(sketch -> sketch.name().equals(rule)).toList();
        named.forEach(sketch -> explain(sketch, source, report));
        if (named.isEmpty()) {
            List<String> names = rules.stream().map(RuleSketch::name).toList();
            spec.commandLine()
                    .getErr()
                    .printf(
                            "There is no rule of this name (%s). Maybe %s.%n",
                            rule,
                            NearestName.of(rule, names).map("\"%s\""::formatted).orElseGet(() -> "one of " + names));
        }
        return named.isEmpty() ? 1 : 0;
    }

    private void explain(RuleSketch sketch, RuleSetSource source, ScenarioReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s%n", sketch.name());
        out.printf("%s:%d, %s%n%n", sketch.file(), sketch.line(), words(sketch.phase()));
        out.println(sketch.text().strip().indent(4));
        for (RuleTable table : RuleTables.read(source, new Diagnostics())) {
            if (sketch.condition()
                    .contains("table == \"%s\"".formatted(table.spec().table()))) {
                table(table, out);
            }
        }
        SourcePlace place = new SourcePlace(sketch.file(), sketch.line());
        List<ScenarioReport.Result> fired = report.results().stream()
                .filter(result -> result.fired().contains(place))
                .toList();
        out.printf(
                "Fires in %d of %d scenarios.%n", fired.size(), report.results().size());
        fired.forEach(result -> out.printf("    %s%n", result.scenario().name()));
        out.flush();
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case THRESHOLDS -> "sets thresholds";
            case ACTIONS -> "chooses actions";
        };
    }

    private static void table(RuleTable table, PrintWriter out) {
        out.printf(
                "Joins rows of %s: %s%n",
                table.spec().table(), table.spec().description().strip());
        table.rows().stream()
                .map(row -> row.asWritten())
                .distinct()
                .forEach(row -> out.printf(
                        "    %s:%d  %s%n",
                        row.getPlace().file(),
                        row.getPlace().line(),
                        row.getCells().entrySet().stream()
                                .map(cell -> cell.getKey() + " " + cell.getValue())
                                .collect(Collectors.joining(", "))));
        out.println();
    }
}
