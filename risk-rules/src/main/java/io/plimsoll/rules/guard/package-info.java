/// How far a number may move: [ColumnGuards][io.plimsoll.rules.guard.ColumnGuards] reads what `ruleset.yaml` says, and
/// [GuardCheck][io.plimsoll.rules.guard.GuardCheck] holds an edit against the version before it.
@NullMarked
package io.plimsoll.rules.guard;

import org.jspecify.annotations.NullMarked;
