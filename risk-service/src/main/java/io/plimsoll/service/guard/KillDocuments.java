package io.plimsoll.service.guard;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.monitor.guard.Kill;
import io.plimsoll.monitor.guard.Subject;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.service.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is sent to the kill switch, and what it answers.
final class KillDocuments {

    private static final String SENTENCE = "(?=.*\\S)\\P{Cntrl}{1,1000}";

    // What the database does not take must not be stopped: it could never be lifted.
    private static final String NAME = "\\P{Cntrl}{1,256}";

    private KillDocuments() {}

    /// What is to stop, or to go on.
    ///
    /// @param scope what it is
    /// @param reason why, in a sentence
    public record KillRequest(
            @NotNull @Valid KillScope scope,
            @NotNull @Pattern(regexp = SENTENCE) String reason) {}

    /// What can be stopped.
    public enum KillScopeType {
        /// Everything.
        ALL,
        /// An instrument or asset.
        INSTRUMENT,
        /// An account.
        ACCOUNT,
        /// A rule.
        RULE,
        /// Actions of a type.
        ACTION
    }

    /// What a kill switch stops.
    ///
    /// @param type what it is
    /// @param id of the instrument or asset, the account, the rule (its name) or the action (its type); left
    ///     out for everything
    public record KillScope(
            @NotNull KillScopeType type,
            @Nullable @Pattern(regexp = NAME) String id) {

        static KillScope of(Subject subject) {
            return new KillScope(
                    KillScopeType.valueOf(subject.type().name()),
                    subject.type() == Subject.Type.ALL ? null : subject.id());
        }

        Subject subject() {
            String named = Objects.requireNonNullElse(id, type == KillScopeType.ALL ? "*" : "");
            return new Subject(Subject.Type.valueOf(type.name()), named);
        }
    }

    /// What is stopped.
    ///
    /// @param kills in the order of their scopes
    record KillsDocument(List<KillDocument> kills) {

        static KillsDocument of(List<Kill> kills) {
            return new KillsDocument(kills.stream().map(KillDocument::of).toList());
        }
    }

    /// What was stopped, and all that is.
    ///
    /// @param kills in the order of their scopes
    /// @param quiet whether all that was let out before has been handed on
    record KilledDocument(List<KillDocument> kills, boolean quiet) {

        static KilledDocument of(List<Kill> kills, boolean isQuiet) {
            return new KilledDocument(KillsDocument.of(kills).kills(), isQuiet);
        }
    }

    /// A switch that is set.
    ///
    /// @param scope what it stops
    /// @param person who set it
    /// @param reason why
    /// @param at when
    /// @param lift the first of two persons who want it lifted; left out if nobody has said so
    record KillDocument(
            KillScope scope,
            String person,
            String reason,
            Instant at,
            @Nullable LiftDocument lift) {

        private static KillDocument of(Kill kill) {
            Kill.Lift lift = kill.lift();
            return new KillDocument(
                    KillScope.of(kill.scope()),
                    kill.person(),
                    kill.reason(),
                    kill.at(),
                    lift == null ? null : new LiftDocument(lift.person(), lift.reason(), lift.at()));
        }
    }

    /// That a person wants a switch lifted.
    ///
    /// @param person who
    /// @param reason why
    /// @param at when
    record LiftDocument(String person, String reason, Instant at) {}

    /// What a body asks for.
    ///
    /// @throws ProblemException if it is no such document
    static KillRequest read(byte[] body) {
        try {
            KillRequest request = JsonDocuments.read(body, KillRequest.class);
            request.scope().subject();
            return request;
        } catch (InvalidDocumentException e) {
            throw ProblemException.inDocument(e.problems(), e);
        } catch (InvalidFactException e) {
            throw ProblemException.inFact("/scope/" + e.field(), e);
        }
    }
}
