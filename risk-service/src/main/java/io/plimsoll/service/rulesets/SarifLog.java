package io.plimsoll.service.rulesets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plimsoll.rules.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Diagnostics in the form that code hosts and editors show beside the lines they speak of: SARIF 2.1.0 (OASIS).
///
/// @param version of SARIF
/// @param runs one
public record SarifLog(String version, List<Run> runs) {

    private static final String SARIF = "2.1.0";

    /// What one tool found.
    ///
    /// @param tool which
    /// @param columnKind how columns are counted: Java's characters are UTF-16 code units
    /// @param results what it found
    public record Run(Tool tool, String columnKind, List<Result> results) {}

    /// The tool.
    ///
    /// @param driver what it is
    public record Tool(Driver driver) {}

    /// What the tool is.
    ///
    /// @param name of the tool
    /// @param rules the kinds of finding that are among the results
    public record Driver(String name, List<Kind> rules) {}

    /// A kind of finding.
    ///
    /// @param id the code of a diagnostic
    public record Kind(String id) {}

    /// A finding.
    ///
    /// @param ruleId its code
    /// @param level error, warning or note
    /// @param message what is wrong, and how to mend it
    /// @param locations where; one
    public record Result(String ruleId, String level, Text message, List<Location> locations) {}

    /// A sentence.
    ///
    /// @param text the sentence
    public record Text(String text) {}

    /// A place.
    ///
    /// @param physicalLocation file and lines
    public record Location(Physical physicalLocation) {}

    /// A place in a file.
    ///
    /// @param artifactLocation the file
    /// @param region the place; left out if it is the file as a whole
    public record Physical(
            Artifact artifactLocation, @Nullable Region region) {}

    /// A file.
    ///
    /// @param uri its path
    public record Artifact(String uri) {}

    /// A stretch of a line.
    ///
    /// @param startLine counted from 1
    /// @param startColumn counted from 1; left out if it is the line as a whole
    /// @param endColumn the column after the last character; left out if it is not known
    public record Region(
            int startLine,
            @Nullable Integer startColumn,
            @Nullable Integer endColumn) {}

    /// The schema that the log follows.
    @JsonProperty("$schema")
    public String schema() {
        return "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    }

    /// The diagnostics of a rule set.
    ///
    /// @param folder the path of the rule set, which goes before the files of the diagnostics
    static SarifLog of(String folder, List<Diagnostic> diagnostics) {
        List<Kind> kinds = diagnostics.stream()
                .map(Diagnostic::code)
                .distinct()
                .sorted()
                .map(Kind::new)
                .toList();
        List<Result> results = diagnostics.stream()
                .map(diagnostic -> result(folder, diagnostic))
                .toList();
        return new SarifLog(
                SARIF, List.of(new Run(new Tool(new Driver("plimsoll", kinds)), "utf16CodeUnits", results)));
    }

    private static Result result(String folder, Diagnostic diagnostic) {
        String level = switch (diagnostic.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
        String text =
                "%s %s".formatted(diagnostic.message(), diagnostic.remedy()).strip();
        String separator = folder.isEmpty() || folder.endsWith("/") ? "" : "/";
        Physical place = new Physical(new Artifact(folder + separator + diagnostic.file()), region(diagnostic));
        return new Result(diagnostic.code(), level, new Text(text), List.of(new Location(place)));
    }

    private static @Nullable Region region(Diagnostic diagnostic) {
        return diagnostic.line() == 0
                ? null
                : new Region(diagnostic.line(), positive(diagnostic.column()), positive(diagnostic.endColumn()));
    }

    private static @Nullable Integer positive(int column) {
        return column > 0 ? column : null;
    }
}
