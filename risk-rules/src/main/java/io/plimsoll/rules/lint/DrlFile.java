package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import java.util.Arrays;

/// The text of one rule file, and where findings about it go: offsets in, lines and columns out.
final class DrlFile {

    private final String path;
    private final String text;
    private final Phase phase;
    private final Diagnostics diagnostics;
    private final int[] lineStarts;
    private int findings;

    DrlFile(String path, String text, Phase phase, Diagnostics diagnostics) {
        this.path = path;
        this.text = text;
        this.phase = phase;
        this.diagnostics = diagnostics;
        this.lineStarts = lineStarts(text);
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    Phase phase() {
        return phase;
    }

    FactCatalogue catalogue() {
        return FactCatalogue.of(phase);
    }

    /// How much was found so far.
    int findings() {
        return findings;
    }

    /// The line of an offset, counted from 1.
    int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The offset of a line (from 1) and column (from 0), as Drools counts.
    int offsetOf(int line, int column) {
        int start = lineStarts[Math.clamp(line, 1, lineStarts.length) - 1];
        return Math.clamp((long) start + Math.max(column, 0), 0, text.length());
    }

    /// Where a word or symbol stands first from an offset on, outside of brackets; the offset itself if it stands
    /// nowhere.
    /// For what Drools keeps no place of.
    int offsetOf(String symbol, int from) {
        int depth = 0;
        for (Token token : Tokens.of(text, Math.max(from, 0), text.length())) {
            if (depth == 0 && token.is(symbol)) {
                return token.offset();
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return from;
    }

    /// Reports a problem with the word or symbol at an offset.
    void refuse(String code, int offset, String message, String remedy) {
        int start = Math.clamp(offset, 0, text.length());
        refuse(code, start, Tokens.endOfFirst(text, start), message, remedy);
    }

    /// Reports a problem between two offsets.
    void refuse(String code, int offset, int end, String message, String remedy) {
        findings++;
        diagnostics.add(at(Severity.ERROR, code, offset, end, message, remedy));
    }

    /// Reports something to look at between two offsets.
    void warn(String code, int offset, int end, String message, String remedy) {
        diagnostics.add(at(Severity.WARNING, code, offset, end, message, remedy));
    }

    private Diagnostic at(Severity severity, String code, int offset, int end, String message, String remedy) {
        int start = Math.clamp(offset, 0, text.length());
        int line = lineOf(start);
        int lineEnd = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        int column = start - lineStarts[line - 1] + 1;
        int endColumn = column + Math.clamp((long) end - start, 0, Math.max(0, lineEnd - start));
        return new Diagnostic(code, severity, path, line, column, endColumn, null, message, remedy);
    }

    private static int[] lineStarts(String text) {
        int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
        int[] starts = new int[lines];
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts[line++] = i + 1;
            }
        }
        return starts;
    }
}
