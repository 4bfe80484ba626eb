package io.plimsoll.rules.document.order;

import io.plimsoll.rules.document.snapshot.SnapshotDocument;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// A question as written: may this account send this order?
///
/// @param snapshot the account, with everything that deciding about it and about the order depends on
/// @param order the order
public record OrderCheckDocument(
        @NotNull @Valid SnapshotDocument snapshot,
        @NotNull @Valid ProposedOrderDocument order) {}
