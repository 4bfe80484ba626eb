package io.plimsoll.service.book.store;

import java.time.Instant;

/// A document of the book in a list.
///
/// @param id identifier
/// @param revision what a change has to name
/// @param changedAt when it was last written
/// @param changedBy by whom
public record ListedDocument(String id, long revision, Instant changedAt, String changedBy) {}
