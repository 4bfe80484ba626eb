package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;

/// Writes the parts of a snapshot as a snapshot has them: equal facts give equal documents.
public final class FactWriter {

    private FactWriter() {}

    /// The canonical document.
    public static AccountDocument document(Account account) {
        return AccountDocuments.account(account);
    }

    /// The canonical document.
    public static InstrumentDocument document(Instrument instrument) {
        return InstrumentDocuments.instrument(instrument);
    }

    /// The canonical document.
    public static CollateralDocument document(CollateralAsset asset) {
        return InstrumentDocuments.collateral(asset);
    }

    /// The canonical document.
    public static CategoryDocument document(CollateralCategory category) {
        return InstrumentDocuments.category(category);
    }

    /// The canonical document.
    public static MarkDocument document(Mark mark) {
        return new MarkDocument(mark.id(), mark.price(), mark.time(), mark.source());
    }

    /// The canonical document.
    public static SignalDocument document(Signal signal) {
        return new SignalDocument(signal.name(), signal.subject(), signal.value(), signal.time());
    }
}
