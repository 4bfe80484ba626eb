package io.plimsoll.rules.evaluation;

import io.plimsoll.model.decision.RuleFiring;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.engine.FiringSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Knows which rule is firing, and counts.
abstract class RuleWitness implements FiringSink {

    private final RuleBook rules;
    private final Map<String, Integer> times = new HashMap<>();
    private @Nullable String rule;
    private List<ThresholdRow> rows = List.of();

    RuleWitness(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public final void ruleFires(String firingRule, List<ThresholdRow> joinedRows) {
        rule = firingRule;
        rows = joinedRows;
        times.merge(firingRule, 1, Integer::sum);
    }

    /// The rule that is firing, with the rows that it joined.
    final Provenance firing() {
        if (rule == null) {
            throw new IllegalStateException("Only a rule can call a sink.");
        }
        return rules.provenance(rule, rows);
    }

    /// Every rule of the phase with how often it fired.
    final List<RuleFiring> firings() {
        List<RuleFiring> firings = new ArrayList<>();
        rules.outlines()
                .forEach(outline -> firings.add(new RuleFiring(
                        outline.name(), RuleBook.placeOf(outline), times.getOrDefault(outline.name(), 0))));
        return firings;
    }
}
