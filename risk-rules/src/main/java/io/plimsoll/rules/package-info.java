/// Rule sets, from a folder of text to a decision: read, lint, compile, test, evaluate.
///
/// Drools is an implementation detail of this module; none of its types appears in a public signature.
@NullMarked
package io.plimsoll.rules;

import org.jspecify.annotations.NullMarked;
