package io.plimsoll.service.book.risk;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.service.book.store.StoredDocument;
import io.plimsoll.service.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all accounts of the book depend on, as it was at one moment. For use by several threads.
///
/// @param instruments by identifier
/// @param collateral by asset
/// @param categories by identifier
/// @param marks those that count, by instrument or asset
/// @param signals of the market, all of them
/// @param accounts signals about single accounts, by account
public record BookMoment(
        Map<String, Instrument> instruments,
        Map<String, CollateralAsset> collateral,
        Map<String, CollateralCategory> categories,
        Map<String, Mark> marks,
        List<Signal> signals,
        Map<String, List<Signal>> accounts) {

    /// Keeps what it is given.
    public BookMoment {
        instruments = Map.copyOf(instruments);
        collateral = Map.copyOf(collateral);
        categories = Map.copyOf(categories);
        marks = Map.copyOf(marks);
        signals = List.copyOf(signals);
        accounts = Map.copyOf(accounts);
    }

    /// An account with everything that it depends on: the snapshot that `GET /v1/accounts/{id}/risk` is about.
    ///
    /// @throws ProblemException if the book lacks something that it depends on
    public Snapshot of(StoredDocument stored) {
        BookSnapshot parts = BookSnapshot.of(account(stored), stored.changedAt(), instruments, collateral, categories);
        return parts.with(id -> Optional.ofNullable(marks.get(id)), signals)
                .withSignals(accounts.getOrDefault(stored.id(), List.of()));
    }

    private static Account account(StoredDocument stored) {
        try {
            return FactReader.account(stored.document().bytes());
        } catch (InvalidDocumentException e) {
            // Kept by another release, which did not refuse it.
            throw ProblemException.inDocument(e.problems(), e);
        }
    }
}
