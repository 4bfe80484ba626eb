package io.plimsoll.service.evaluation;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.body.BodyLine;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletionStage;

/// What answers the lines of a batch.
@FunctionalInterface
public interface LineAnswers {

    /// The answer to a line, with the end of its line. Must not throw, and must not fail.
    ///
    /// @param version that decides about all lines
    CompletionStage<Buffer> answer(RuleSetVersion version, BodyLine line);
}
