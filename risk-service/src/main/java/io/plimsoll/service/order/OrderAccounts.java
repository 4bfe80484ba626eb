package io.plimsoll.service.order;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.order.OrderCheckDocument;
import io.plimsoll.rules.document.order.OrderReader;
import jakarta.inject.Singleton;

/// Where the account of a question is taken from. The one place that knows.
@Singleton
final class OrderAccounts {

    /// The account that a question is about.
    ///
    /// @throws io.plimsoll.rules.document.json.InvalidDocumentException with everything that is wrong with it
    Snapshot snapshot(OrderCheckDocument question) {
        return OrderReader.given(question);
    }
}
