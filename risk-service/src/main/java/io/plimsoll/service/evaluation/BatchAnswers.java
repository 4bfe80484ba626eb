package io.plimsoll.service.evaluation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.evaluation.Evaluator.Answer;
import io.plimsoll.service.record.DecisionLog;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Answers the lines of batches: `{"line": 1, "id": "dec_…", "decision": {…}}`, without an `id` where it is
/// not recorded, or `{"line": 1, "problem": {…}}`.
@Singleton
final class BatchAnswers {

    private final Evaluator evaluator;
    private final DecisionLog log;
    private final Counter decisions;
    private final Counter problems;

    BatchAnswers(Evaluator evaluator, DecisionLog log, MeterRegistry registry) {
        this.evaluator = evaluator;
        this.log = log;
        this.decisions = lines(registry, "decision");
        this.problems = lines(registry, "problem");
    }

    private static Counter lines(MeterRegistry registry, String answer) {
        return Counter.builder("plimsoll.batch.lines")
                .description("Lines of batches answered")
                .tag("answer", answer)
                .register(registry);
    }

    /// The answer to a line, once what is to be kept of it is. Never throws and never fails: a defect, too,
    /// is answered on its line.
    CompletionStage<Buffer> answer(RuleSetVersion version, BatchLine line, Inquiry inquiry) {
        try {
            if (inquiry.isRecorded()) {
                log.requireUp();
            }
            Answer answer = evaluator.evaluate(version, line.bytes(), inquiry);
            return answer.request(Optional.empty())
                    .map(request -> log.append(request)
                            .handle((appended, failure) -> failure == null
                                    ? decision(
                                            line,
                                            answer,
                                            Optional.of(
                                                    answer.entry().orElseThrow().id()))
                                    : problem(line, failure)))
                    .orElseGet(() -> CompletableFuture.completedStage(decision(line, answer, Optional.empty())));
        } catch (RuntimeException | StackOverflowError e) {
            return CompletableFuture.completedStage(problem(line, e));
        }
    }

    private Buffer decision(BatchLine line, Answer answer, Optional<String> id) {
        decisions.increment();
        String field = id.map("\"id\":\"%s\",\"decision\":"::formatted).orElse("\"decision\":");
        return line.answer(field, answer.text().bytes());
    }

    private Buffer problem(BatchLine line, Throwable failure) {
        problems.increment();
        return line.problem(failure);
    }
}
