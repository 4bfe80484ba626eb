package io.plimsoll.service.evaluation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.Problems;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;

/// Answers the lines of batches: `{"line": 1, "decision": {…}}`, or `{"line": 1, "problem": {…}}`.
@Singleton
final class BatchAnswers {

    private final Evaluator evaluator;
    private final Counter decisions;
    private final Counter problems;

    BatchAnswers(Evaluator evaluator, MeterRegistry registry) {
        this.evaluator = evaluator;
        this.decisions = lines(registry, "decision");
        this.problems = lines(registry, "problem");
    }

    private static Counter lines(MeterRegistry registry, String answer) {
        return Counter.builder("plimsoll.batch.lines")
                .description("Lines of batches answered")
                .tag("answer", answer)
                .register(registry);
    }

    /// Adds the answer to a line. Never throws: a defect, too, is answered on its line.
    void answer(RuleSetVersion version, BatchLine line, boolean explain, Buffer out) {
        try {
            append(out, line, "decision", evaluator.evaluate(version, text(line), explain));
            decisions.increment();
        } catch (RuntimeException | StackOverflowError e) {
            append(out, line, "problem", JsonWriter.write(Problems.of(e).document(null)));
            problems.increment();
        }
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

    private static void append(Buffer out, BatchLine line, String name, byte[] json) {
        out.appendBytes("{\"line\":%d,\"%s\":".formatted(line.number(), name).getBytes(US_ASCII))
                .appendBytes(json)
                .appendBytes("}\n".getBytes(US_ASCII));
    }
}
