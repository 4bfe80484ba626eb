package io.plimsoll.service.book.store;

import io.plimsoll.service.record.Text;
import java.time.Instant;

/// A document of the book.
///
/// @param id identifier
/// @param revision what a change has to name
/// @param changedAt when it was last written
/// @param changedBy by whom
/// @param document in canonical form
public record StoredDocument(String id, long revision, Instant changedAt, String changedBy, Text document) {}
