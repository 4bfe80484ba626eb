package io.plimsoll.service.book.market;

import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.rules.document.snapshot.FactWriter;
import io.plimsoll.rules.document.snapshot.MarkDocument;
import io.plimsoll.rules.document.snapshot.SignalDocument;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is answered about marks and signals.
final class MarketDocuments {

    private MarketDocuments() {}

    /// What became of marks that were sent.
    ///
    /// @param taken how many are what is held now
    /// @param notTaken those that are not, because one of the same source is not older
    public record MarksTakenDocument(int taken, List<MarkNotTakenDocument> notTaken) {

        static MarksTakenDocument of(Taking<Mark> taking) {
            return new MarksTakenDocument(
                    taking.taken(),
                    taking.notTaken().stream()
                            .map(each -> new MarkNotTakenDocument(
                                    FactWriter.document(each.sent()), FactWriter.document(each.held())))
                            .toList());
        }
    }

    /// A mark that was not taken.
    ///
    /// @param sent the mark
    /// @param held the one of the same source that is not older
    public record MarkNotTakenDocument(MarkDocument sent, MarkDocument held) {}

    /// What became of signals that were sent.
    ///
    /// @param taken how many are what is held now
    /// @param notTaken those that are not, because one of the same name and subject is not older
    public record SignalsTakenDocument(int taken, List<SignalNotTakenDocument> notTaken) {

        static SignalsTakenDocument of(Taking<Signal> taking) {
            return new SignalsTakenDocument(
                    taking.taken(),
                    taking.notTaken().stream()
                            .map(each -> new SignalNotTakenDocument(
                                    FactWriter.document(each.sent()), FactWriter.document(each.held())))
                            .toList());
        }
    }

    /// A signal that was not taken.
    ///
    /// @param sent the signal
    /// @param held the one of the same name and subject that is not older
    public record SignalNotTakenDocument(SignalDocument sent, SignalDocument held) {}

    /// The marks that are held.
    ///
    /// @param marked by instrument or asset
    /// @param next what to give as `after` for the ones that follow; left out at the end
    public record HeldMarksDocument(
            List<MarkedDocument> marked, @Nullable String next) {}

    /// The marks of one instrument or asset.
    ///
    /// @param id of which
    /// @param counts the mark that accounts are valued at
    /// @param marks the newest of each source, by source
    public record MarkedDocument(String id, MarkDocument counts, List<MarkDocument> marks) {

        static MarkedDocument of(String id, Collection<Mark> marks) {
            return new MarkedDocument(
                    id,
                    FactWriter.document(MarkChoice.of(marks).orElseThrow()),
                    marks.stream().map(FactWriter::document).toList());
        }
    }

    /// The signals that are held.
    ///
    /// @param signals by name and subject
    /// @param next what to give as `after` for the ones that follow; left out at the end
    public record HeldSignalsDocument(
            List<SignalDocument> signals, @Nullable String next) {}
}
