package io.plimsoll.service.book.reference;

/// A change of what accounts refer to, as the record has it.
///
/// @param id of the instrument, asset or category
/// @param revision that it has from then on
/// @param by who changed it
/// @param from network address
/// @param document as it is from then on
record ReferenceEntry(String id, long revision, String by, String from, Record document) {}
