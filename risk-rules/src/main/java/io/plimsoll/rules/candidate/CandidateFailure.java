package io.plimsoll.rules.candidate;

import io.plimsoll.rules.diagnostic.Diagnostic;
import java.time.Duration;

/// What is said of a candidate whose process came to no answer.
final class CandidateFailure {

    private static final String WHOLE = ".";

    private CandidateFailure() {}

    static Diagnostic deadline(Duration deadline) {
        return error(
                "candidate.deadline",
                "The rule set could not be checked within %,d ms of processor time and was stopped."
                        .formatted(deadline.toMillis()),
                "Maybe it has very many rules or scenarios, or patterns that nothing joins; plimsoll.candidate.deadline "
                        + "allows more time.");
    }

    static Diagnostic memory(int heapMebibytes) {
        return error(
                "candidate.memory",
                "The rule set needs more memory to be checked than it may have (%,d MiB).".formatted(heapMebibytes),
                "Maybe it has very many rules or alternatives (or); plimsoll.candidate.heap-mebibytes allows more memory.");
    }

    static Diagnostic crashed(String message) {
        return error(
                "candidate.crashed",
                message,
                "Maybe take the last edit back and make it in smaller steps; the log says more.");
    }

    private static Diagnostic error(String code, String message, String remedy) {
        return Diagnostic.error(code, WHOLE, 0, 0, message, remedy);
    }
}
