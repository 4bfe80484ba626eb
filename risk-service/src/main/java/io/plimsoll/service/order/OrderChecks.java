package io.plimsoll.service.order;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.order.CheckedOrder;
import io.plimsoll.model.order.OrderCheck;
import io.plimsoll.rules.document.decision.RuleSetDocument;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.order.OrderQuestion;
import io.plimsoll.rules.document.order.OrderReader;
import io.plimsoll.rules.document.order.OrderWriter;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// From the bytes of a question to the bytes of its answer, and the measurement of it.
@Singleton
final class OrderChecks {

    private static final String INVALID = "invalid";
    private static final String UNANSWERABLE = "unanswerable";
    private static final String UNDECIDABLE = "undecidable";
    private static final String FAILED = "failed";

    private final OrderAccounts accounts;
    private final MeterRegistry registry;

    OrderChecks(OrderAccounts accounts, MeterRegistry registry) {
        this.accounts = accounts;
        this.registry = registry;
    }

    /// What a version says to a question.
    ///
    /// @throws ProblemException if the document is invalid, or the version can't decide about the account
    byte[] answer(RuleSetVersion version, byte[] question) {
        long start = System.nanoTime();
        String outcome = FAILED;
        try {
            CheckedOrder checked = check(version, OrderReader.read(question, accounts::snapshot));
            byte[] answer = OrderWriter.write(new RuleSetDocument(version.name(), version.digest()), checked);
            outcome = checked.verdict().name().toLowerCase(Locale.ROOT);
            return answer;
        } catch (InvalidDocumentException e) {
            outcome = INVALID;
            throw ProblemException.inDocument(e.problems(), e);
        } catch (ProblemException e) {
            outcome = UNANSWERABLE;
            throw e;
        } catch (EvaluationException e) {
            outcome = UNDECIDABLE;
            throw ProblemException.undecidable(e);
        } finally {
            timer(outcome).record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static CheckedOrder check(RuleSetVersion version, OrderQuestion question) {
        try {
            return new OrderCheck(version::standing).check(question.snapshot(), question.order());
        } catch (InvalidFactException e) {
            throw new InvalidDocumentException(List.of(new DocumentProblem(
                    "/order",
                    "order leads to an account that can't be: %s".formatted(e.getMessage()),
                    "Maybe its quantity or price has a digit too many, or what rests already has.")));
        }
    }

    private Timer timer(String outcome) {
        return Timer.builder("plimsoll.order.checks")
                .description("Orders read, checked and answered, without waiting and transport")
                .tag("outcome", outcome)
                .register(registry);
    }
}
