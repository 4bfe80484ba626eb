package io.plimsoll.rules.diagnostic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The codes of all diagnostics that there are. To add one, add a line to `codes.txt` and a page to
/// `docs/reference/diagnostics/`; tests hold the code, the list and the pages to each other.
public final class DiagnosticCodes {

    private static final SortedSet<String> ALL = Collections.unmodifiableSortedSet(read());

    private DiagnosticCodes() {}

    /// All codes, sorted.
    public static SortedSet<String> all() {
        return ALL;
    }

    private static SortedSet<String> read() {
        try (InputStream list = Objects.requireNonNull(DiagnosticCodes.class.getResourceAsStream("codes.txt"))) {
            return new String(list.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
