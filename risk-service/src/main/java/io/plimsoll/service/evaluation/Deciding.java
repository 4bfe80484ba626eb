package io.plimsoll.service.evaluation;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.evaluation.EvaluationGate.Pass;
import io.plimsoll.service.rulesets.LiveRules;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Has the live version decide about one snapshot, as soon as a thread is free.
@Singleton
public final class Deciding {

    private final LiveRules rules;
    private final Evaluator evaluator;
    private final EvaluationGate gate;

    Deciding(LiveRules rules, Evaluator evaluator, EvaluationGate gate) {
        this.rules = rules;
        this.evaluator = evaluator;
        this.gate = gate;
    }

    /// The decision about a snapshot that is not kept, as `POST /v1/evaluations?record=false` answers it.
    ///
    /// @return fails with a [io.plimsoll.service.problem.ProblemException] if the version can't decide about it
    /// @throws io.plimsoll.service.problem.ProblemException if there are too many evaluations, or none is live
    public CompletionStage<Response> whatIf(Snapshot snapshot) {
        return decide(SnapshotWriter.write(snapshot), new Inquiry(false, Optional.empty()))
                .thenApply(decided -> decided.response().build());
    }

    CompletionStage<Decided> decide(byte[] snapshot, Inquiry inquiry) {
        Pass pass = gate.enter();
        return pass.run(() -> {
                    try (LiveRuleSet.Lease lease = rules.lease()) {
                        return new Decided(
                                lease.version().digest(), evaluator.evaluate(lease.version(), snapshot, inquiry));
                    }
                })
                .whenComplete((decided, failure) -> pass.close());
    }

    /// A decision, and which version it is by.
    ///
    /// @param ruleSet content digest of the version
    record Decided(String ruleSet, Evaluator.Answer answer) {

        Response.ResponseBuilder response() {
            return EvaluationResource.answer(ruleSet, answer.text());
        }
    }
}
