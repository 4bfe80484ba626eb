package io.plimsoll.service.book.exposure;

import io.plimsoll.monitor.exposure.BookShocks;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.book.risk.BookMoment;
import io.plimsoll.service.book.risk.WholeBook;
import io.plimsoll.service.book.store.StoredDocument;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Goes over the accounts of the book part by part: while some are worked on, the next are read, and never more
/// than that.
final class ExposureRun {

    private final ExposureThreads threads;
    private final ExposureQuestion question;
    private final BookShocks shocks;
    private final BookMoment moment;
    private final RuleSetVersion version;
    private final Runnable check;
    private final Deque<CompletableFuture<ExposurePart>> begun = new ArrayDeque<>();
    private volatile boolean isStopped;

    /// @param version stays open meanwhile
    /// @param check asked before each part; ends the run by throwing
    ExposureRun(
            ExposureThreads threads,
            ExposureQuestion question,
            BookShocks shocks,
            BookMoment moment,
            RuleSetVersion version,
            Runnable check) {
        this.threads = threads;
        this.question = question;
        this.shocks = shocks;
        this.moment = moment;
        this.version = version;
        this.check = check;
    }

    /// What all accounts add up to. Nothing is at work any more when this returns or throws.
    ExposurePart over(WholeBook.Parts accounts) {
        ExposurePart all = none();
        try {
            for (List<StoredDocument> part = accounts.next(); !part.isEmpty(); part = accounts.next()) {
                check.run();
                if (begun.size() > threads.count()) {
                    all.add(joined(begun.remove()));
                }
                List<StoredDocument> wanted = part;
                begun.add(threads.start(() -> of(wanted)));
            }
            while (!begun.isEmpty()) {
                check.run();
                all.add(joined(begun.remove()));
            }
            return all;
        } finally {
            isStopped = true;
            begun.forEach(each -> each.exceptionally(failure -> none()).join());
        }
    }

    private ExposurePart of(List<StoredDocument> accounts) {
        ExposurePart part = none();
        for (StoredDocument account : accounts) {
            if (isStopped) {
                break;
            }
            part.add(account, moment, version);
        }
        return part;
    }

    private ExposurePart none() {
        return new ExposurePart(shocks, question.kinds());
    }

    private static ExposurePart joined(CompletableFuture<ExposurePart> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
