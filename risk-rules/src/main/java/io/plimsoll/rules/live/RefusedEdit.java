package io.plimsoll.rules.live;

import io.plimsoll.rules.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/// A saved edit that did not go live, and why.
///
/// @param digest content digest of what was saved; empty if it could not even be read
/// @param time when it was refused
/// @param diagnostics what is wrong with it, by file and line
public record RefusedEdit(String digest, Instant time, List<Diagnostic> diagnostics) {

    /// Keeps the list as it is given.
    public RefusedEdit {
        diagnostics = List.copyOf(diagnostics);
    }
}
