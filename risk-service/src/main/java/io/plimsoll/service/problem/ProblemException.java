package io.plimsoll.service.problem;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.Problems;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request that is refused. An expected outcome of hostile or mistaken input, so it carries no stack trace.
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<ErrorDocument> errors;
    private final transient Map<String, String> headers;

    private ProblemException(
            ProblemType type,
            String detail,
            List<ErrorDocument> errors,
            Map<String, String> headers,
            @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.type = type;
        this.errors = errors;
        this.headers = headers;
    }

    /// A problem with the request as a whole.
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of(), null);
    }

    /// A problem that says more in response headers, such as `Retry-After`.
    public ProblemException(ProblemType type, String detail, Map<String, String> headers) {
        this(type, detail, List.of(), Map.copyOf(headers), null);
    }

    /// A problem whose cause is kept for the log.
    public ProblemException(ProblemType type, String detail, Map<String, String> headers, @Nullable Throwable cause) {
        this(type, detail, List.of(), Map.copyOf(headers), cause);
    }

    /// A document with everything that is wrong with it.
    public static ProblemException inDocument(List<DocumentProblem> problems, @Nullable Throwable cause) {
        List<ErrorDocument> errors = errors(problems);
        return new ProblemException(ProblemType.INVALID_DOCUMENT, summary(errors), errors, Map.of(), cause);
    }

    /// A document that can't be, though each of its fields could.
    ///
    /// @param pointer of the field that the fault is in; empty for all of it
    public static ProblemException inFact(String pointer, InvalidFactException fault) {
        Problems problems = new Problems();
        problems.add(pointer, fault.reason());
        return inDocument(problems.all(), fault);
    }

    /// An account of the book with everything that it depends on and that is not there.
    ///
    /// @param problems by their places in the account
    public static ProblemException inBook(List<DocumentProblem> problems) {
        List<ErrorDocument> errors = errors(problems);
        return new ProblemException(ProblemType.INCOMPLETE_BOOK, summary(errors), errors, Map.of(), null);
    }

    /// Query parameters with everything that is wrong with them.
    public static ProblemException inParameters(List<ErrorDocument> errors) {
        return new ProblemException(ProblemType.INVALID_PARAMETER, summary(errors), errors, Map.of(), null);
    }

    /// A rule set that does not pass.
    public static ProblemException inRuleSet(InvalidRuleSetException refusal) {
        List<Diagnostic> found = refusal.diagnostics();
        return new ProblemException(
                ProblemType.RULE_SET_REFUSED,
                "%s%s"
                        .formatted(
                                found.getFirst(),
                                found.size() == 1 ? "" : " (The first of %d findings.)".formatted(found.size())));
    }

    /// An account that the rules can't decide about.
    public static ProblemException undecidable(EvaluationException failure) {
        String message = String.valueOf(failure.getMessage());
        return new ProblemException(
                ProblemType.UNDECIDABLE,
                failure.place()
                        .map(place -> "%s (%s)".formatted(message, place))
                        .orElse(message));
    }

    /// The kind of problem.
    public ProblemType type() {
        return type;
    }

    /// Headers that the response must have.
    public Map<String, String> headers() {
        return headers;
    }

    /// The written form for a response of its own, with a new name for this occurrence.
    public ProblemDocument document() {
        return document("urn:uuid:" + UUID.randomUUID());
    }

    /// The written form.
    ///
    /// @param instance names this occurrence, or null
    public ProblemDocument document(@Nullable String instance) {
        return new ProblemDocument(
                type.urn(),
                type.title(),
                type.status(),
                String.valueOf(getMessage()),
                instance,
                errors.isEmpty() ? null : errors);
    }

    private static List<ErrorDocument> errors(List<DocumentProblem> problems) {
        return problems.stream()
                .map(problem -> new ErrorDocument(problem.pointer(), null, problem.detail(), problem.remedy()))
                .toList();
    }

    private static String summary(List<ErrorDocument> errors) {
        ErrorDocument first = errors.getFirst();
        String text = first.detail() + " " + first.remedy();
        return errors.size() == 1 ? text : "%s (The first of %d errors.)".formatted(text, errors.size());
    }
}
