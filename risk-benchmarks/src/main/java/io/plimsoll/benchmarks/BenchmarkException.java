package io.plimsoll.benchmarks;

/// A benchmark that can't be run; the message says why, and what to do.
public final class BenchmarkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what is wrong, and how to mend it
    public BenchmarkException(String message) {
        super(message);
    }
}
