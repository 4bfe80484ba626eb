package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.record.Text;
import io.plimsoll.service.ruledesk.store.KeptAnswer;
import io.plimsoll.service.ruledesk.store.StoredChange;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Revisions as entity tags: who edits names the one that was read, so that nobody's edit is lost.
final class Revisions {

    /// The header that names it.
    static final String IF_MATCH = "If-Match";

    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private Revisions() {}

    /// The revision that a request names.
    ///
    /// @throws ProblemException if it names none
    static int named(HttpHeaders headers) {
        List<String> given = headers.getRequestHeader(IF_MATCH);
        if (given == null || given.isEmpty()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "The header If-Match must name the revision that was read. Maybe send the ETag of the change.");
        }
        Matcher tag = TAG.matcher(given.getFirst());
        if (given.size() != 1 || !tag.matches()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "The header If-Match names no revision. Maybe send the ETag of the change as it came, in quotes.");
        }
        return Integer.parseInt(tag.group(1));
    }

    static String tag(StoredChange change) {
        return "\"" + change.revision() + "\"";
    }

    /// A change as an answer.
    static KeptAnswer answer(StoredChange change) {
        return new KeptAnswer(
                200, Optional.of(tag(change)), Optional.empty(), Text.of(JsonWriter.write(ChangeDocument.of(change))));
    }
}
