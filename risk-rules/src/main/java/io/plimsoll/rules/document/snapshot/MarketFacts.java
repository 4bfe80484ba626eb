package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;

/// Makes marks and signals of their documents.
final class MarketFacts {

    private MarketFacts() {}

    static Mark mark(MarkDocument mark) {
        return new Mark(mark.id(), mark.price(), mark.time(), mark.source());
    }

    static Signal signal(SignalDocument signal) {
        return new Signal(signal.name(), signal.subject(), signal.value(), signal.time());
    }
}
