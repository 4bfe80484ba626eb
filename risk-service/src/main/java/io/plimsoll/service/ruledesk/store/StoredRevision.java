package io.plimsoll.service.ruledesk.store;

import java.time.Instant;

/// One state of the files of a change.
///
/// @param revision from 1
/// @param content digest of the files
/// @param base digest of the version that it was written on
/// @param by who wrote it
/// @param at when
public record StoredRevision(int revision, String content, String base, String by, Instant at) {}
