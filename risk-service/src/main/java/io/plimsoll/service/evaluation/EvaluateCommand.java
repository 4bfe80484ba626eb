package io.plimsoll.service.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `evaluate`: the decision about one snapshot, without a service.
@Command(
        name = "evaluate",
        description = "Evaluate one account and print the decision as JSON.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:there is a decision",
            "1:the snapshot or the rule set is refused; what is wrong is on standard error",
            "2:wrong usage"
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "<folder>",
            description = "the rule set to evaluate by; the one that ships if left out")
    private Path rules = Path.of(System.getProperty("plimsoll.root", ""), "rules", "standard");

    @Option(names = "--explain", description = "add what fired, what did not, and what came near")
    private boolean explain;

    @Parameters(paramLabel = "<snapshot.json>", description = "the snapshot; - reads standard input")
    private String file;

    @Override
    public Integer call() {
        try {
            Snapshot snapshot = snapshot();
            try (RuleSetVersion version = RuleSetCheck.check(RuleSetFolder.read(rules))) {
                byte[] decision = DecisionWriter.write(version.evaluate(snapshot), explain);
                spec.commandLine().getOut().println(new String(decision, UTF_8));
            }
            return 0;
        } catch (InvalidDocumentException | InvalidRuleSetException | EvaluationException e) {
            spec.commandLine().getErr().println(e.getMessage());
        } catch (IOException e) {
            spec.commandLine().getErr().printf("The file %s can't be read. Maybe check its name.%n", file);
        }
        return 1;
    }

    private Snapshot snapshot() throws IOException {
        if (file.equals("-")) {
            return SnapshotReader.read(System.in);
        }
        try (InputStream json = Files.newInputStream(Path.of(file))) {
            return SnapshotReader.read(json);
        }
    }
}
