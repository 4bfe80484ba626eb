package io.plimsoll.service.problem;

import java.util.Locale;

/// The kinds of problems. The list is part of the API: clients tell problems apart by it.
public enum ProblemType {
    /// The body, or a line of a batch, is no snapshot.
    INVALID_DOCUMENT(400, "The document is invalid"),
    /// The query string has an unknown or invalid parameter.
    INVALID_PARAMETER(400, "A query parameter is invalid"),
    /// The request as such can't be understood.
    BAD_REQUEST(400, "The request can't be understood"),
    /// The request does not show who sends it, or shows what is not known.
    UNAUTHENTICATED(401, "The request does not show who sends it"),
    /// Somebody else has to do this.
    FORBIDDEN(403, "Somebody else has to do this"),
    /// There is nothing at this path.
    NOT_FOUND(404, "There is nothing here"),
    /// The path does not take this method.
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /// The answer can't have a form that the client accepts.
    NOT_ACCEPTABLE(406, "No acceptable form of the answer"),
    /// The body did not arrive in time.
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    /// The key came with another request that is still being answered.
    KEY_IN_FLIGHT(409, "A request with this key is being answered"),
    /// What is there now does not allow this.
    CONFLICT(409, "The state of things does not allow this"),
    /// What the request would change has changed since it was read.
    PRECONDITION_FAILED(412, "It has changed since it was read"),
    /// The body, or a line of a batch, is over the limit.
    TOO_LARGE(413, "The document is too large"),
    /// The body has another media type, character set or encoding.
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    /// The live rules can't decide about the account.
    UNDECIDABLE(422, "The rules can't decide about this account"),
    /// The book lacks something that the account depends on.
    INCOMPLETE_BOOK(422, "The book lacks what this account depends on"),
    /// The key was used for another request before.
    KEY_MISUSED(422, "The key was used for another request"),
    /// A rule set does not pass the checks.
    RULE_SET_REFUSED(422, "The rule set does not pass"),
    /// The request has to say what it has read.
    PRECONDITION_REQUIRED(428, "The request must say what it has read"),
    /// A defect of the service.
    INTERNAL_ERROR(500, "The service has a defect"),
    /// More work than the service takes on at once.
    OVERLOADED(503, "The service is at its limit"),
    /// The database can't be reached, so what has to be kept is refused.
    STORE_UNAVAILABLE(503, "The database can't be reached"),
    /// No rule set is live yet, or no longer.
    NOT_READY(503, "No rule set is live");

    /// What every type begins with.
    public static final String PREFIX = "urn:plimsoll:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The type's stable identifier: `urn:plimsoll:problem:invalid-document`.
    public String urn() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The HTTP status that goes with it.
    public int status() {
        return status;
    }

    /// The type in a few words.
    public String title() {
        return title;
    }

    /// The type that stands for an HTTP status which was chosen elsewhere.
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> OVERLOADED;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
