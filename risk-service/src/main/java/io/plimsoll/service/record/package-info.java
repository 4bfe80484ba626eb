/// The record: what was decided, kept so that it can be looked up, exported, verified and decided again.
///
/// Entries are appended to one chain ([io.plimsoll.service.record.chain]) in the database. An answer that is
/// recorded leaves after the commit; many requests share one.
@NullMarked
package io.plimsoll.service.record;

import org.jspecify.annotations.NullMarked;
