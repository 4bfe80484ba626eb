package io.plimsoll.service.rulesets;

import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;

/// The body of a request that carries a rule set or a part of one.
public final class SentBody {

    private SentBody() {}

    /// All of its bytes.
    ///
    /// @throws ProblemException if there are too many, or it broke off
    public static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(JsonDocuments.MAX_BYTES + 1);
            if (bytes.length > JsonDocuments.MAX_BYTES) {
                throw new ProblemException(
                        ProblemType.TOO_LARGE,
                        "The body has more than %,d bytes. Maybe send the rule set as a zip."
                                .formatted(JsonDocuments.MAX_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The body broke off before its end.");
        }
    }
}
