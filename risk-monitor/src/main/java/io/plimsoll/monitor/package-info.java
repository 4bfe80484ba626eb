/// The live book's watch: which accounts a new mark may push over one of their lines, at a cost that follows
/// how many are near one and not how many there are.
///
/// [zone][io.plimsoll.monitor.zone] skips accounts that are proven safe, [line][io.plimsoll.monitor.line] says
/// what is to be proven: the thresholds of an account as lines. Neither decides: whoever holds the accounts
/// evaluates exactly where safety is not proven. [guard][io.plimsoll.monitor.guard] judges what is then proposed.
@NullMarked
package io.plimsoll.monitor;

import org.jspecify.annotations.NullMarked;
