/// The written form of snapshots and decisions: one form for REST, the command line, scenarios, examples and the
/// record.
///
/// `json` reads strict JSON into records, and says with a pointer, a sentence and a remedy what can't be read;
/// `snapshot` and `decision` are the two forms.
@NullMarked
package io.plimsoll.rules.document;

import org.jspecify.annotations.NullMarked;
