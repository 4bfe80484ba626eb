package io.plimsoll.rules.evaluation;

import io.plimsoll.model.rule.SourcePlace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A snapshot that a rule-set version can't decide about: a rule failed on it, or left it without a threshold that it
/// must have. Nothing was decided.
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable SourcePlace place;

    /// @param message what is wrong, and how to mend it
    /// @param place the rule at fault; null if it is none in particular
    public EvaluationException(String message, @Nullable SourcePlace place, @Nullable Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /// The rule at fault, if it is one in particular.
    public Optional<SourcePlace> place() {
        return Optional.ofNullable(place);
    }
}
