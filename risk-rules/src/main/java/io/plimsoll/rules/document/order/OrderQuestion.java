package io.plimsoll.rules.document.order;

import io.plimsoll.model.order.ProposedOrder;
import io.plimsoll.model.snapshot.Snapshot;

/// May this account send this order?
///
/// @param snapshot the account
/// @param order of an instrument that the snapshot has, with its mark
public record OrderQuestion(Snapshot snapshot, ProposedOrder order) {}
