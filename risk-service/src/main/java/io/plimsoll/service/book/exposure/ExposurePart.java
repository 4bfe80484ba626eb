package io.plimsoll.service.book.exposure;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.monitor.exposure.BookExposure;
import io.plimsoll.monitor.exposure.BookShocks;
import io.plimsoll.monitor.exposure.ExposureTable;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.book.exposure.BookExposureDocument.LeftOutDocument;
import io.plimsoll.service.book.risk.BookMoment;
import io.plimsoll.service.book.store.StoredDocument;
import io.plimsoll.service.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A part of the book: what its accounts add up to, and which of them could not be evaluated.
final class ExposurePart {

    private static final int SHOWN = 100;

    private final BookExposure exposure;
    private final List<LeftOutDocument> firstLeftOut = new ArrayList<>();
    private long leftOut;

    ExposurePart(BookShocks shocks, Set<ThresholdKind> kinds) {
        this.exposure = new BookExposure(shocks, kinds);
    }

    /// Adds an account, by the thresholds that a version draws for it.
    void add(StoredDocument stored, BookMoment moment, RuleSetVersion version) {
        try {
            Snapshot snapshot = moment.of(stored);
            exposure.add(
                    snapshot,
                    version.standing(snapshot).thresholds().stream()
                            .map(ThresholdState::threshold)
                            .toList());
        } catch (ProblemException e) {
            leaveOut(stored.id(), e);
        } catch (EvaluationException e) {
            leaveOut(stored.id(), ProblemException.undecidable(e));
        }
    }

    private void leaveOut(String account, ProblemException problem) {
        leftOut++;
        if (firstLeftOut.size() < SHOWN) {
            firstLeftOut.add(new LeftOutDocument(account, problem.type().urn(), String.valueOf(problem.getMessage())));
        }
    }

    /// Adds the accounts that follow these.
    void add(ExposurePart next) {
        exposure.add(next.exposure);
        leftOut += next.leftOut;
        next.firstLeftOut.stream().limit(SHOWN - firstLeftOut.size()).forEach(firstLeftOut::add);
    }

    long accounts() {
        return exposure.accounts();
    }

    long leftOut() {
        return leftOut;
    }

    List<LeftOutDocument> firstLeftOut() {
        return firstLeftOut;
    }

    List<ExposureTable> tables() {
        return exposure.tables();
    }
}
