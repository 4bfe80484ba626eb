package io.plimsoll.service.rulesets;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/// Prints diagnostics for people: the sentence, and the line that it speaks of with the place underlined.
///
/// @param out where to
/// @param ansi whether in colour
/// @param source the files; empty if they could not be read
record DiagnosticPrinter(PrintWriter out, Ansi ansi, Optional<RuleSetSource> source) {

    private static final int LONGEST = 160;

    void print(List<Diagnostic> diagnostics) {
        diagnostics.forEach(this::print);
        out.flush();
    }

    private void print(Diagnostic diagnostic) {
        String colour = switch (diagnostic.severity()) {
            case ERROR -> "@|bold,red x|@";
            case WARNING -> "@|bold,yellow !|@";
            case INFO -> "@|bold,blue i|@";
        };
        // In colour a mark leads the eye; without, the sentence says what it is. What people wrote is never markup.
        out.println(ansi.enabled() ? ansi.string(colour) + " " + diagnostic : diagnostic.toString());
        line(diagnostic).ifPresent(text -> excerpt(diagnostic, text));
    }

    private Optional<String> line(Diagnostic diagnostic) {
        return diagnostic.line() == 0
                ? Optional.empty()
                : source.filter(files -> files.contains(diagnostic.file()))
                        .flatMap(files -> files.text(diagnostic.file(), new Diagnostics()))
                        .flatMap(text ->
                                text.lines().skip(diagnostic.line() - 1L).findFirst())
                        .filter(text -> !text.isBlank() && text.length() <= LONGEST);
    }

    private void excerpt(Diagnostic diagnostic, String text) {
        String number = "%5d".formatted(diagnostic.line());
        out.printf("%s | %s%n", number, printable(text));
        int start = diagnostic.column();
        if (start > 0 && start <= text.length()) {
            int end = Math.clamp(diagnostic.endColumn(), start + 1, text.length() + 1);
            out.printf("      | %s%s%n", " ".repeat(start - 1), underline(diagnostic.severity(), end - start));
        }
    }

    private String underline(Severity severity, int length) {
        String marks = "^".repeat(length);
        return ansi.enabled() && severity == Severity.ERROR ? ansi.string("@|red " + marks + "|@") : marks;
    }

    /// A terminal obeys control characters; an excerpt must not tell it anything.
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
