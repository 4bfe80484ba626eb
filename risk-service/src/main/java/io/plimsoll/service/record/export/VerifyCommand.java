package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.record.chain.PublicCheckpointKey;
import io.plimsoll.service.record.chain.PublicKeys;
import io.plimsoll.service.record.export.VerificationReport.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `verify`: whether an export of the record is what was recorded.
@Command(
        name = "verify",
        description = "Verify an export of the record: find what was changed, and where.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing is wrong; what was not proven is said as well",
            "1:something is wrong; what and where is on standard output",
            "2:wrong usage, or a file can't be read"
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final int UNREADABLE = 2;

    /// What a hostile export could do to a terminal.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<export.ndjson>", description = "the export")
    private Path export;

    @Option(
            names = "--key",
            paramLabel = "<public key pem>",
            description = "a key that you trust, as a file; without one, the export's own keys are trusted")
    private List<Path> keys = List.of();

    @Option(
            names = "--checkpoint",
            paramLabel = "<file>",
            description = "checkpoints that were kept elsewhere; the export must hold and reach them")
    private List<Path> checkpoints = List.of();

    @Option(
            names = "--from",
            paramLabel = "<sequence>",
            description = "the entry at which the export must begin; 1 for the whole record")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "<sequence>",
            description = "the entry at which the export must end; later checkpoints are left out then")
    private @Nullable Long to;

    @Option(names = "--replay", description = "make each decision again, by the rule sets in the export")
    private boolean replay;

    @Option(names = "--json", description = "write one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        try {
            VerificationReport report = ExportVerifier.verify(export, request());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(new String(JsonWriter.write(report), UTF_8));
            } else {
                print(report, out);
            }
            return report.good() ? 0 : 1;
        } catch (IOException e) {
            spec.commandLine().getErr().printf("A file can't be read: %s. Maybe check its name.%n", e.getMessage());
            return UNREADABLE;
        }
    }

    private VerificationRequest request() throws IOException {
        List<PublicCheckpointKey> trusted = new ArrayList<>();
        for (Path file : keys) {
            trusted.add(PublicCheckpointKey.read(file));
        }
        return new VerificationRequest(
                new PublicKeys(trusted), checkpoints, bound("--from", from), bound("--to", to), replay);
    }

    private long bound(String option, @Nullable Long given) {
        if (given != null && given < 1) {
            throw new ParameterException(
                    spec.commandLine(), "%s (%d) must be positive. Maybe leave it out.".formatted(option, given));
        }
        return given == null ? 0 : given;
    }

    private static void print(VerificationReport report, PrintWriter out) {
        report.problems().forEach(problem -> out.println(shown(problem.toString())));
        if (report.problemCount() > report.problems().size()) {
            out.printf(
                    "… and %,d more%n",
                    report.problemCount() - report.problems().size());
        }
        report.notes().forEach(note -> out.printf("Note: %s%n", note));
        Summary summary = report.summary();
        out.printf(
                "%s: %d entries (%d to %d), head %s, %d checkpoints, %d rule sets, %d decisions%s%n",
                report.good() ? "Good" : "NOT GOOD",
                summary.entries(),
                summary.from(),
                summary.to(),
                summary.head() == null ? "none" : summary.head(),
                summary.checkpoints(),
                summary.ruleSets(),
                summary.decisions(),
                summary.replayed() == null ? "" : ", %d of them made again the same".formatted(summary.replayed()));
    }

    private static String shown(String text) {
        return UNSEEN.matcher(text).replaceAll("�");
    }
}
