package io.plimsoll.service.body;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// What is done with the lines of one exchange.
public interface LineWork extends AutoCloseable {

    /// Answers some lines, away from the event loop. Called again when these answers have been taken.
    ///
    /// @param next takes a line; empty when there is none for now, or nobody waits for answers any more. To be
    ///     asked until then, by one thread at a time
    /// @return the answers in the order of the lines; fails on a defect alone, because a bad line is answered
    CompletionStage<Buffer> answer(Supplier<Optional<BodyLine>> next);

    @Override
    void close();
}
