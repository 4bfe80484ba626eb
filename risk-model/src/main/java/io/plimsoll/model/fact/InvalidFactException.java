package io.plimsoll.model.fact;

/// A fact that can't be: a field out of its range, or facts that contradict each other.
///
/// [#field()] is a path from the fact that was being made, in the form of a JSON pointer without the leading slash
/// (`tiers/2/maintenanceRate`), so that whoever read the fact from a document can say where it stands.
public final class InvalidFactException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /// @param field path of the field, as of [#field()]; empty for the fact as a whole
    /// @param reason a clause that follows the field's name, and ends with a full stop
    public InvalidFactException(String field, String reason) {
        super(field.isEmpty() ? reason : field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    /// As above, with the cause.
    public InvalidFactException(String field, String reason, Throwable cause) {
        super(field.isEmpty() ? reason : field + " " + reason, cause);
        this.field = field;
        this.reason = reason;
    }

    /// The field, as a path relative to the fact.
    public String field() {
        return field;
    }

    /// What is wrong with it, and how to mend it.
    public String reason() {
        return reason;
    }

    /// The same fault seen from a fact that contains this one: `prefix/field`.
    public InvalidFactException within(String prefix) {
        return new InvalidFactException(field.isEmpty() ? prefix : prefix + "/" + field, reason, this);
    }
}
