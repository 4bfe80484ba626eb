package io.plimsoll.benchmarks.evaluation;

/// An engine whose decisions can be compared with those of another one.
interface ComparableEngine extends Engine {

    /// What was decided, in the form that is compared.
    Verdict verdict(Object decided);
}
