/// What the metrics of an account cost as it grows, apart from rules: of linear, inverse and mixed books.
@NullMarked
package io.plimsoll.benchmarks.metrics;

import org.jspecify.annotations.NullMarked;
