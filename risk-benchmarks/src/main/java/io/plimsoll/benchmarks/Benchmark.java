package io.plimsoll.benchmarks;

/// Something that is measured beside a peer.
@FunctionalInterface
public interface Benchmark {

    /// Measures.
    ///
    /// @param quick whether to trade precision for time, so that it takes a minute or so
    /// @throws BenchmarkException if there is nothing to measure with, or what is measured is wrong
    Report run(boolean quick) throws Exception;
}
