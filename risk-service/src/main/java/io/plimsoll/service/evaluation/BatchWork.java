package io.plimsoll.service.evaluation;

import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.body.BodyLine;
import io.plimsoll.service.body.LineWork;
import io.plimsoll.service.evaluation.EvaluationGate.Pass;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Answers the lines of one batch by one version.
///
/// @param pass the right to evaluate
/// @param lease on the version
/// @param answers what answers each
record BatchWork(Pass pass, LiveRuleSet.Lease lease, LineAnswers answers) implements LineWork {

    @Override
    public CompletionStage<Buffer> answer(Supplier<Optional<BodyLine>> next) {
        return pass.run(() -> decisions(next)).thenCompose(BatchWork::together);
    }

    private List<CompletableFuture<Buffer>> decisions(Supplier<Optional<BodyLine>> next) {
        List<CompletableFuture<Buffer>> decided = new ArrayList<>();
        for (Optional<BodyLine> line = next.get(); line.isPresent(); line = next.get()) {
            decided.add(answers.answer(lease.version(), line.get()).toCompletableFuture());
        }
        return decided;
    }

    /// The answers in the order of their lines, once what is to be kept of them is.
    private static CompletionStage<Buffer> together(List<CompletableFuture<Buffer>> answers) {
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(ignored -> {
                    Buffer out = Buffer.buffer();
                    answers.forEach(answer -> out.appendBuffer(answer.join()));
                    return out;
                });
    }

    @Override
    public void close() {
        lease.close();
        pass.close();
    }
}
