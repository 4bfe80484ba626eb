package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.keyed.EntityTag;
import io.plimsoll.service.keyed.KeptAnswer;
import io.plimsoll.service.record.Text;
import io.plimsoll.service.ruledesk.store.StoredChange;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/// Revisions as entity tags: who edits names the one that was read, so that nobody's edit is lost.
final class Revisions {

    private Revisions() {}

    /// The revision that a request names.
    ///
    /// @throws io.plimsoll.service.problem.ProblemException if it names none
    static int named(HttpHeaders headers) {
        // No change has as many.
        return (int) Math.min(EntityTag.required(headers, "the change"), Integer.MAX_VALUE);
    }

    static String tag(StoredChange change) {
        return EntityTag.of(change.revision());
    }

    /// A change as an answer.
    static KeptAnswer answer(StoredChange change) {
        return new KeptAnswer(
                200, Optional.of(tag(change)), Optional.empty(), Text.of(JsonWriter.write(ChangeDocument.of(change))));
    }
}
