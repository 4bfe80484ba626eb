package io.plimsoll.rules.engine;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.limit.WorkLimits;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/// The rules of one phase, with a pool of warm sessions in which the table rows already lie.
///
/// Safe for use by many threads: each firing has a session of its own.
public final class PhaseRules {

    private final KieBase base;
    private final String global;
    private final MatchedTypes matched;
    private final List<ThresholdRow> rows;
    private final WorkLimits limits;
    private final Queue<WarmSession> idle = new ConcurrentLinkedQueue<>();

    PhaseRules(KieBase base, String global, List<ThresholdRow> rows, WorkLimits limits) {
        this.base = base;
        this.global = global;
        this.matched = new MatchedTypes(base);
        this.limits = limits;
        this.rows = rows.stream().filter(matched::contains).toList();
    }

    /// Whether the phase has no rules, so that firing does nothing.
    public boolean isEmpty() {
        return base.getKiePackages().stream()
                .allMatch(rulePackage -> rulePackage.getRules().isEmpty());
    }

    /// Fires the rules over facts until none is left to fire, and forgets the facts.
    ///
    /// @param facts in canonical order
    /// @param sink what the rules call, under the name of their phase
    /// @throws RuleFailedException if a rule throws, or rules cause more work than the limits allow
    public void fire(List<?> facts, FiringSink sink) {
        @Nullable WarmSession pooled = idle.poll();
        WarmSession session = pooled == null ? new WarmSession(base.newKieSession(), global, matched, rows) : pooled;
        boolean intact = false;
        try {
            session.fire(facts, sink, limits);
            intact = true;
        } finally {
            // What threw, or hit its limit, may hold facts and half-done matches: it is thrown away.
            if (intact) {
                idle.add(session);
            } else {
                session.dispose();
            }
        }
    }

    void close() {
        for (WarmSession session = idle.poll(); session != null; session = idle.poll()) {
            session.dispose();
        }
    }
}
