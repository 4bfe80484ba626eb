package io.plimsoll.service.book.exposure;

import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.exposure.BookShocks;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.book.BookSettings;
import io.plimsoll.service.book.exposure.BookExposureDocument.ExposureTableDocument;
import io.plimsoll.service.book.risk.BookMoment;
import io.plimsoll.service.book.risk.WholeBook;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.rulesets.LiveRules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/// Says what of the whole book is past its thresholds after shocks: one moment of the book, one version of the
/// rules, one question at a time for all who ask.
@Singleton
final class Exposures {

    private final WholeBook book;
    private final LiveRules rules;
    private final ExposureThreads threads;
    private final Duration deadline;
    private final Semaphore free = new Semaphore(1);

    Exposures(WholeBook book, LiveRules rules, ExposureThreads threads, BookSettings settings) {
        this.book = book;
        this.rules = rules;
        this.threads = threads;
        this.deadline = settings.exposureDeadline();
    }

    /// The answer to a question.
    ///
    /// @param isGone whether nobody waits for the answer any more
    /// @throws ProblemException if another question is being answered, this one takes too long, or the database
    ///     can't be reached
    BookExposureDocument answer(ExposureQuestion question, BooleanSupplier isGone) {
        if (!free.tryAcquire()) {
            throw overloaded("Another exposure of the book is being computed. Maybe ask again in a few seconds.");
        }
        try (LiveRuleSet.Lease lease = rules.lease()) {
            long start = System.nanoTime();
            return book.read((moment, accounts) -> {
                BookShocks shocks = question.shocks(moment);
                ExposureRun run = new ExposureRun(
                        threads, question, shocks, moment, lease.version(), () -> requireWanted(isGone, start));
                return document(question, moment, lease.version(), run.over(accounts));
            });
        } finally {
            free.release();
        }
    }

    private void requireWanted(BooleanSupplier isGone, long start) {
        if (threads.isClosed()) {
            throw new ProblemException(
                    ProblemType.NOT_READY, "The service is stopping. Maybe ask again.", Map.of("Retry-After", "5"));
        }
        if (isGone.getAsBoolean()) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "Nobody waits for the answer any more.");
        }
        if (System.nanoTime() - start > deadline.toNanos()) {
            throw overloaded(
                    "The exposure of the book took longer than %s. Maybe ask for fewer shocks, or raise plimsoll.book.exposure-deadline."
                            .formatted(deadline));
        }
    }

    private static ProblemException overloaded(String detail) {
        return new ProblemException(ProblemType.OVERLOADED, detail, Map.of("Retry-After", "5"));
    }

    private static BookExposureDocument document(
            ExposureQuestion question, BookMoment moment, RuleSetVersion version, ExposurePart all) {
        return new BookExposureDocument(
                version.digest(),
                moment.marks().values().stream()
                        .map(Mark::time)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                question.direction(),
                all.accounts(),
                all.leftOut(),
                all.firstLeftOut(),
                all.tables().stream()
                        .map(table -> ExposureTableDocument.of(table, question.isByInstrument()))
                        .toList());
    }
}
