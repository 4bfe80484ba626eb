/// Evaluation over REST: a snapshot in, a decision out, one at a time or as a stream.
///
/// Event loops do nothing but move bytes. [EvaluationGate][io.plimsoll.service.evaluation.EvaluationGate] lets a
/// bounded
/// number of requests in and evaluates them on threads of its own;
/// [BodyBudget][io.plimsoll.service.evaluation.BodyBudget] bounds what is read before that.
@NullMarked
package io.plimsoll.service.evaluation;

import org.jspecify.annotations.NullMarked;
