/// How much work a firing of rules may cause: [WorkLimits][io.plimsoll.rules.limit.WorkLimits] says it and
/// [WorkMeter][io.plimsoll.rules.limit.WorkMeter] counts.
///
/// This is the only code under a decision that reads a clock, and only after thousands of steps. Time can end an
/// evaluation, with an exception and without a decision; it can't change what is decided.
@NullMarked
package io.plimsoll.rules.limit;

import org.jspecify.annotations.NullMarked;
