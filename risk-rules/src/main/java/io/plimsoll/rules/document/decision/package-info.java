/// The written form of a decision: [DecisionWriter][io.plimsoll.rules.document.decision.DecisionWriter] makes a
/// [DecisionDocument][io.plimsoll.rules.document.decision.DecisionDocument].
@NullMarked
package io.plimsoll.rules.document.decision;

import org.jspecify.annotations.NullMarked;
