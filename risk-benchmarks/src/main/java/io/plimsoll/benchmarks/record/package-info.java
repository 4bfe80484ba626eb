/// What it costs to keep every decision: [RecordBenchmark][io.plimsoll.benchmarks.record.RecordBenchmark].
@NullMarked
package io.plimsoll.benchmarks.record;

import org.jspecify.annotations.NullMarked;
