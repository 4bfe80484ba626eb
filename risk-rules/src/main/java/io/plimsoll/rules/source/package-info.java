/// A rule set as text: its [files][io.plimsoll.rules.source.RuleSetSource], where they are
/// [read from][io.plimsoll.rules.source.RuleSetFolder], and the
/// [manifest][io.plimsoll.rules.source.RuleSetManifest] that says what belongs to it.
@NullMarked
package io.plimsoll.rules.source;

import org.jspecify.annotations.NullMarked;
