/// Whether the price of one instrument is to be relied on, by what its sources have said and by what it was before:
/// [Feed][io.plimsoll.monitor.guard.price.Feed].
@NullMarked
package io.plimsoll.monitor.guard.price;

import org.jspecify.annotations.NullMarked;
