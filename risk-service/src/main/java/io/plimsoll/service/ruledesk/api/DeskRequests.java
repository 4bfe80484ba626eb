package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.ruledesk.MergeSide;
import io.plimsoll.service.ruledesk.workflow.Binding;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is sent to the desk.
final class DeskRequests {

    private static final String DIGEST = "sha256:[0-9a-f]{64}";
    // Anything but control characters, and not blank.
    private static final String SENTENCE = "(?=.*\\S)\\P{Cntrl}{1,1000}";
    private static final String TITLE = "(?=.*\\S)\\P{Cntrl}{1,200}";

    private DeskRequests() {}

    /// Begins a change.
    ///
    /// @param title what it is about
    /// @param from digest of an earlier version whose files it begins with; left out for those of what is live
    public record BeginDocument(
            @NotNull @Pattern(regexp = TITLE) String title,
            @Nullable @Pattern(regexp = DIGEST) String from) {}

    /// Why a step is taken.
    ///
    /// @param reason in a sentence
    public record ReasonDocument(
            @Nullable @Pattern(regexp = SENTENCE) String reason) {}

    /// Why a step is taken that nobody else has to agree to.
    ///
    /// @param reason in a sentence
    public record GivenReasonDocument(
            @NotNull @Pattern(regexp = SENTENCE) String reason) {}

    /// Approves exactly what was seen.
    ///
    /// @param content digest of the files
    /// @param impact digest of what the change would do
    /// @param base digest of the version that it would replace
    /// @param reason in a sentence
    public record ApproveDocument(
            @NotNull @Pattern(regexp = DIGEST) String content,
            @NotNull @Pattern(regexp = DIGEST) String impact,
            @NotNull @Pattern(regexp = DIGEST) String base,
            @Nullable @Pattern(regexp = SENTENCE) String reason) {

        Binding seen() {
            return new Binding(content, impact, base);
        }
    }

    /// When a change goes live.
    ///
    /// @param at time in UTC
    /// @param reason in a sentence
    public record ScheduleDocument(
            @NotNull Instant at,
            @Nullable @Pattern(regexp = SENTENCE) String reason) {}

    /// Which version comes back.
    ///
    /// @param to digest of the version
    /// @param reason in a sentence
    public record RollbackDocument(
            @NotNull @Pattern(regexp = DIGEST) String to,
            @NotNull @Pattern(regexp = SENTENCE) String reason) {}

    /// How a change is moved onto what is live.
    ///
    /// @param resolve for files that both have changed
    public record RebaseDocument(@Size(max = 1000) List<@NotNull @Valid ResolveDocument> resolve) {}

    /// Whose file is taken.
    ///
    /// @param path of the file
    /// @param take whose
    public record ResolveDocument(
            @NotNull String path, @NotNull MergeSide take) {}

    /// The document in a body.
    ///
    /// @throws ProblemException if it is none
    static <R extends Record> R read(byte[] body, Class<R> type) {
        try {
            return JsonDocuments.read(body, type);
        } catch (InvalidDocumentException e) {
            throw ProblemException.inDocument(e.problems(), e);
        }
    }

    /// The document in a body, or another one if there is no body.
    ///
    /// @throws ProblemException if it is none
    static <R extends Record> R read(byte[] body, Class<R> type, R otherwise) {
        return body.length == 0 ? otherwise : read(body, type);
    }

    /// The reason in a body, if there is one.
    ///
    /// @throws ProblemException if the body is no document of that kind
    static Optional<String> reason(byte[] body) {
        return Optional.ofNullable(
                read(body, ReasonDocument.class, new ReasonDocument(null)).reason());
    }
}
