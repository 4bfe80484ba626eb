package io.plimsoll.service.rulesets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.diff.Change;
import io.plimsoll.rules.diff.RuleSetDiff;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.source.RuleSetFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `diff`: what an edit of a rule set means.
@Command(
        name = "diff",
        description = "Compare two versions of a rule set by what they mean.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:they mean the same",
            "1:they differ in what they mean",
            "2:wrong usage, or one of them can't be read; what is wrong is on standard error"
        })
public final class DiffCommand implements Callable<Integer> {

    private static final int UNREADABLE = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<before>", description = "the folder of the earlier version")
    private Path before;

    @Parameters(index = "1", paramLabel = "<after>", description = "the folder of the later version")
    private Path after;

    @Option(names = "--json", description = "write one JSON document")
    private boolean json;

    /// Every difference, as written.
    ///
    /// @param changes by kind of thing: tables, rules, manifest, scenarios, wording
    record DiffDocument(List<Change> changes) {}

    @Override
    public Integer call() {
        try {
            List<Change> changes = RuleSetDiff.between(RuleSetFolder.read(before), RuleSetFolder.read(after));
            if (json) {
                spec.commandLine().getOut().println(new String(JsonWriter.write(new DiffDocument(changes)), UTF_8));
            } else {
                changes.forEach(spec.commandLine().getOut()::println);
            }
            return changes.stream().anyMatch(change -> change.kind().isOfMeaning()) ? 1 : 0;
        } catch (InvalidRuleSetException e) {
            e.diagnostics().forEach(spec.commandLine().getErr()::println);
            return UNREADABLE;
        }
    }
}
