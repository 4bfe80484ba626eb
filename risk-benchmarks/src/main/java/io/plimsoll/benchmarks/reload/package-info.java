/// From a saved edit to the first decision by it: [ReloadBenchmark][io.plimsoll.benchmarks.reload.ReloadBenchmark].
@NullMarked
package io.plimsoll.benchmarks.reload;

import org.jspecify.annotations.NullMarked;
