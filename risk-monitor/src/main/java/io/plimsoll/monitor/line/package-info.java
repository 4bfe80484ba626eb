/// The thresholds of an account as lines: [AccountLines][io.plimsoll.monitor.line.AccountLines] says at which
/// marks none of them can be crossed, or, of those that are, cleared.
@NullMarked
package io.plimsoll.monitor.line;

import org.jspecify.annotations.NullMarked;
