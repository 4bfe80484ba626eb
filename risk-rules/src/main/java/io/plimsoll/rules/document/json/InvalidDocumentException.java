package io.plimsoll.rules.document.json;

import java.util.List;
import java.util.stream.Collectors;

/// A document that can't be read, with everything that is wrong with it.
public final class InvalidDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<DocumentProblem> problems;

    /// @param problems all problems; at least one
    public InvalidDocumentException(List<DocumentProblem> problems) {
        super(problems.stream().map(DocumentProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// A document with one problem.
    public InvalidDocumentException(DocumentProblem problem) {
        this(List.of(problem));
    }

    /// All problems, in the order in which they were found; at least one.
    public List<DocumentProblem> problems() {
        return problems;
    }
}
