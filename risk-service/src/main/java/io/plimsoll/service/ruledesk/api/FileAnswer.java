package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import jakarta.ws.rs.core.Response;

/// A file as an answer: text, and nothing that a browser would take for more.
final class FileAnswer {

    private FileAnswer() {}

    /// A file of a rule set.
    ///
    /// @throws ProblemException if there is none at the path
    static Response.ResponseBuilder of(RuleSetSource files, String path) {
        byte[] content = files.bytes(path).orElseThrow(() -> missing(path));
        return Response.ok(content)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff");
    }

    static ProblemException missing(String path) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is no file (%s). Maybe look at the list of files.".formatted(path));
    }
}
