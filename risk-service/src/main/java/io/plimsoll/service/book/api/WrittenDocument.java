package io.plimsoll.service.book.api;

/// What came of a write.
///
/// @param id of the document
/// @param revision that it has now, which is its ETag
public record WrittenDocument(String id, long revision) {}
