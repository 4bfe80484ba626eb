/// What watching a book costs for each mark, beside looking at every holder.
@NullMarked
package io.plimsoll.benchmarks.monitor;

import org.jspecify.annotations.NullMarked;
