/// What differs between two versions of a rule set, in the words of the rules and not of the text.
///
/// [RuleSetDiff][io.plimsoll.rules.diff.RuleSetDiff] is where to begin.
@NullMarked
package io.plimsoll.rules.diff;

import org.jspecify.annotations.NullMarked;
