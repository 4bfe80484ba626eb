package io.plimsoll.service.evaluation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.evaluation.Evaluator.Answer;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.Problems;
import io.plimsoll.service.record.DecisionLog;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
            Answer answer = evaluator.evaluate(version, text(line), inquiry);
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
        String start = id.map(name -> "{\"line\":%d,\"id\":\"%s\",\"decision\":".formatted(line.number(), name))
                .orElseGet(() -> "{\"line\":%d,\"decision\":".formatted(line.number()));
        return json(start, answer.text().bytes());
    }

    private Buffer problem(BatchLine line, Throwable failure) {
        problems.increment();
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return json(
                "{\"line\":%d,\"problem\":".formatted(line.number()),
                JsonWriter.write(Problems.of(cause).document(null)));
    }

    private static byte[] text(BatchLine line) {
        Buffer text = line.text();
        if (text == null) {
            String detail = "The line is too long (more than %,d bytes).".formatted(JsonDocuments.MAX_BYTES);
            throw ProblemException.inDocument(
                    List.of(new DocumentProblem("", detail, "Maybe a line break is missing.")), null);
        }
        return text.getBytes();
    }

    private static Buffer json(String start, byte[] json) {
        return Buffer.buffer(start.length() + json.length + 2)
                .appendBytes(start.getBytes(US_ASCII))
                .appendBytes(json)
                .appendBytes("}\n".getBytes(US_ASCII));
    }
}
