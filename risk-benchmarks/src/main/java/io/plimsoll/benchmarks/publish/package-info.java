/// Publishing again and again while decisions go on, and what it costs:
/// [PublishBenchmark][io.plimsoll.benchmarks.publish.PublishBenchmark].
@NullMarked
package io.plimsoll.benchmarks.publish;

import org.jspecify.annotations.NullMarked;
