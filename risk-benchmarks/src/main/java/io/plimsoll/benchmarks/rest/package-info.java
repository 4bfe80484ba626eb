/// The packaged service under load, beside a bare server that answers the same bytes and decides nothing:
/// [RestBenchmark][io.plimsoll.benchmarks.rest.RestBenchmark].
@NullMarked
package io.plimsoll.benchmarks.rest;

import org.jspecify.annotations.NullMarked;
