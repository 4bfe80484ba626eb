package io.plimsoll.rules.document.order;

import io.plimsoll.rules.document.snapshot.SnapshotDocument;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// A question as written: may this account send this order?
///
/// Either of the first two says which account.
///
/// @param snapshot the account, with everything that deciding about it and about the order depends on
/// @param account identifier of an account of the book
/// @param order the order
public record OrderCheckDocument(
        @Nullable @Valid SnapshotDocument snapshot,
        @Nullable String account,
        @NotNull @Valid ProposedOrderDocument order) {}
