package io.plimsoll.service.problem;

import io.plimsoll.rules.document.json.JsonWriter;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Turns whatever went wrong into a problem, and sends it.
///
/// What nobody expected is logged under an identifier, and the client gets only that.
public final class Problems {

    /// The media type of problems.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// What a client without credentials is told. Not Basic, so that no browser asks for a password that it
    /// then sends wherever a page makes it.
    public static final String CHALLENGE = "Bearer realm=\"plimsoll\"";

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    /// The problem that a failure is.
    public static ProblemException of(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case WebApplicationException refusal -> refusal(refusal);
            case UnauthorizedException _, AuthenticationException _ -> ofStatus(ProblemType.UNAUTHENTICATED.status());
            case ForbiddenException _ -> ofStatus(ProblemType.FORBIDDEN.status());
            default -> defect(failure);
        };
    }

    /// The problem that stands for a status which the framework chose.
    public static ProblemException ofStatus(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return type == ProblemType.UNAUTHENTICATED
                ? new ProblemException(type, detail(type), Map.of("WWW-Authenticate", CHALLENGE))
                : new ProblemException(type, detail(type));
    }

    /// Answers a request with a problem. Does nothing if it was answered already, or its client is gone.
    public static void send(HttpServerResponse response, ProblemException problem) {
        if (response.headWritten() || response.ended() || response.closed()) {
            return;
        }
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.type().status())
                .putHeader("Content-Type", MEDIA_TYPE)
                .end(Buffer.buffer(JsonWriter.write(problem.document())));
    }

    private static ProblemException refusal(WebApplicationException refusal) {
        int status = refusal.getResponse().getStatus();
        if (status >= 500) {
            return defect(refusal);
        }
        ProblemType type = ProblemType.ofStatus(status);
        String allow = refusal.getResponse().getHeaderString("Allow");
        return allow == null
                ? new ProblemException(type, detail(type))
                : new ProblemException(type, "Maybe use one of these methods: " + allow + ".", Map.of("Allow", allow));
    }

    private static ProblemException defect(Throwable failure) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(failure, "Incident %s: a request met a defect.", incident);
        return new ProblemException(
                ProblemType.INTERNAL_ERROR, "Nothing was decided. The log names this incident %s.".formatted(incident));
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "The path leads nowhere. Maybe look it up at /q/openapi.";
            case METHOD_NOT_ALLOWED -> "The path does not take this method. Maybe look it up at /q/openapi.";
            case NOT_ACCEPTABLE -> "The answer has no form that the Accept header allows. Maybe leave the header out.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "The body's Content-Type is not one that this path reads."
                        + " Maybe send application/json, or application/x-ndjson for a batch.";
            case INVALID_DOCUMENT, INVALID_PARAMETER, BAD_REQUEST ->
                "The request is malformed. Maybe its path, query or headers are.";
            case UNAUTHENTICATED ->
                "Its Authorization header is missing, or names nothing that is known here, or no longer."
                        + " Maybe send `Authorization: Bearer` with the secret or token that was issued for you.";
            case FORBIDDEN ->
                "None of your roles allows this. Maybe ask somebody who may: docs/reference/access.md says who.";
            case REQUEST_TIMEOUT,
                    CONFLICT,
                    PRECONDITION_FAILED,
                    PRECONDITION_REQUIRED,
                    TOO_LARGE,
                    KEY_IN_FLIGHT,
                    KEY_MISUSED,
                    UNDECIDABLE,
                    INCOMPLETE_BOOK,
                    RULE_SET_REFUSED,
                    INTERNAL_ERROR,
                    OVERLOADED,
                    STORE_UNAVAILABLE,
                    NOT_READY -> type.title() + ".";
        };
    }
}
