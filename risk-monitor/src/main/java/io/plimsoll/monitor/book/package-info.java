/// A book of accounts whose thresholds are watched: [BookMonitor][io.plimsoll.monitor.book.BookMonitor] tells
/// which are crossed and which are over, exactly.
@NullMarked
package io.plimsoll.monitor.book;

import org.jspecify.annotations.NullMarked;
