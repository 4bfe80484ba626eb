package io.plimsoll.service.replay;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `replay <candles.csv> <book.json>`: what the rules would have done, hour by hour.
@Command(
        name = "replay",
        description = "Run hourly candles against a book: who is called, who is liquidated, hour by hour.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:replayed", "1:the rules, the candles or the book can't be used", "2:wrong usage"})
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<candles.csv>", description = "time_utc, open, high, low, close")
    private Path candles;

    @Parameters(index = "1", paramLabel = "<book.json>", description = "accounts that depend on the candles' price")
    private Path book;

    @Option(names = "--rules", paramLabel = "<folder>", description = "the rule set; default: ${DEFAULT-VALUE}")
    private Path rules = Path.of("rules", "standard");

    @Option(names = "--from", paramLabel = "<instant>", description = "first hour, such as 2020-03-12T00:00:00Z")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "<instant>", description = "last hour")
    private @Nullable Instant to;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            List<Candle> hours = CandleReader.read(candles).stream()
                    .filter(candle -> from == null || !candle.time().isBefore(from))
                    .filter(candle -> to == null || !candle.time().isAfter(to))
                    .toList();
            if (hours.isEmpty()) {
                err.println("No candle lies between --from and --to.");
                return 1;
            }
            ReplayBook accounts = ReplayBook.read(Files.readAllBytes(book), hours.getFirst());
            try (RuleSetVersion version = RuleSetCheck.check(RuleSetFolder.read(rules))) {
                replay(
                        hours,
                        accounts,
                        version::evaluate,
                        new ReplayReport(spec.commandLine().getOut()));
            }
            return 0;
        } catch (InvalidRuleSetException | InvalidDocumentException | ReplayInputException | EvaluationException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    static List<AccountReplay> replay(
            List<Candle> hours, ReplayBook book, Function<Snapshot, Decision> rules, ReplayReport report) {
        List<AccountReplay> accounts = book.accounts().stream()
                .map(start -> new AccountReplay(book, start, rules))
                .toList();
        for (Candle hour : hours) {
            List<ReplayEvent> events = new ArrayList<>();
            for (AccountReplay account : accounts) {
                int before = account.events().size();
                account.walk(hour);
                events.addAll(account.events().subList(before, account.events().size()));
            }
            report.hour(hour, events);
        }
        report.summary(hours.getFirst().time(), hours.getLast().time(), accounts, book.accounts());
        report.out().flush();
        return accounts;
    }
}
