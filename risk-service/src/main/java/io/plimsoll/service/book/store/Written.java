package io.plimsoll.service.book.store;

/// What came of a write.
///
/// @param id of the document
/// @param revision that it has now
/// @param isNew whether it was not there before
public record Written(String id, long revision, boolean isNew) {}
