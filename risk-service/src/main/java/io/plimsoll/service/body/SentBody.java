package io.plimsoll.service.body;

import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;

/// The body of a request that a thread waits for.
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
                        "The body has more than %,d bytes. Maybe send it in parts, or a rule set as a zip."
                                .formatted(JsonDocuments.MAX_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The body broke off before its end.");
        }
    }
}
