package io.plimsoll.service.problem;

import io.plimsoll.rules.document.json.JsonWriter;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers with problems where the REST layer refuses or a resource throws.
final class ProblemMappers {

    // One for each, because the framework has mappers of its own for some and prefers the nearest.
    @ServerExceptionMapper
    Response refused(ProblemException problem) {
        return response(problem);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal) {
        return response(refusal);
    }

    @ServerExceptionMapper
    Response nowhere(NotFoundException refusal) {
        return response(refusal);
    }

    @ServerExceptionMapper
    Response unknown(UnauthorizedException refusal) {
        return response(refusal);
    }

    @ServerExceptionMapper
    Response unknown(AuthenticationFailedException refusal) {
        return response(refusal);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refusal) {
        return response(refusal);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        return response(failure);
    }

    private static Response response(Throwable failure) {
        ProblemException problem = Problems.of(failure);
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .header("Content-Type", Problems.MEDIA_TYPE)
                .entity(JsonWriter.write(problem.document()));
        problem.headers().forEach(response::header);
        return response.build();
    }
}
