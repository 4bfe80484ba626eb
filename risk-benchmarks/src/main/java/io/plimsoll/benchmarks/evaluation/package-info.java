/// The same decision by three engines: a session of plain Drools for each account, pooled sessions of plain Drools, and
/// ours. [EvaluationBenchmark][io.plimsoll.benchmarks.evaluation.EvaluationBenchmark] refuses to measure engines that
/// do not agree.
@NullMarked
package io.plimsoll.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
