package io.plimsoll.service.rulesets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes a rule set as a JSON document.
public final class RuleSetFiles {

    private RuleSetFiles() {}

    /// A rule set as written in JSON. Files of more than 65,536 characters need a zip.
    ///
    /// @param files each with its path
    public record RuleSetFilesDocument(
            @NotNull @Size(min = 1, max = RuleSetSource.MAX_FILES)
            List<@NotNull @Valid SourceFileDocument> files) {}

    /// A file.
    ///
    /// @param path within the rule set, with `/`
    /// @param text its content
    public record SourceFileDocument(
            @NotNull String path, @NotNull String text) {}

    /// The rule set that a document holds.
    ///
    /// @throws ProblemException if it is no such document
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if a path is malformed, or there is too much
    public static RuleSetSource read(byte[] json) {
        try {
            return RuleSetSource.of(files(JsonDocuments.read(json, RuleSetFilesDocument.class)));
        } catch (InvalidDocumentException e) {
            throw ProblemException.inDocument(e.problems(), e);
        }
    }

    private static Map<String, byte[]> files(RuleSetFilesDocument document) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<DocumentProblem> problems = new ArrayList<>();
        for (int i = 0; i < document.files().size(); i++) {
            SourceFileDocument file = document.files().get(i);
            if (files.putIfAbsent(file.path(), file.text().getBytes(UTF_8)) != null) {
                problems.add(new DocumentProblem(
                        "/files/%d/path".formatted(i),
                        "path (%s) is there a second time.".formatted(file.path()),
                        "Maybe the files were joined by mistake."));
            }
        }
        if (!problems.isEmpty()) {
            throw ProblemException.inDocument(problems, null);
        }
        return files;
    }
}
