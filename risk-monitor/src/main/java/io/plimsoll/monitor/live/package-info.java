/// The live book: accounts, marks and rules come in, episodes and actions come out, at the moment a line is
/// crossed. Time comes in, too; nothing here reads a clock, and nothing here waits.
@NullMarked
package io.plimsoll.monitor.live;

import org.jspecify.annotations.NullMarked;
