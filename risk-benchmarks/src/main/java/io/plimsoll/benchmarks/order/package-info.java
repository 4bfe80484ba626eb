/// What it costs to ask whether an order may go: [OrderBenchmark][io.plimsoll.benchmarks.order.OrderBenchmark].
@NullMarked
package io.plimsoll.benchmarks.order;

import org.jspecify.annotations.NullMarked;
