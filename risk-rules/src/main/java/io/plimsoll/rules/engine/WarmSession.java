package io.plimsoll.rules.engine;

import io.plimsoll.model.rule.ThresholdRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/// A session in which the table rows lie, used by one thread at a time.
final class WarmSession {

    /// Firings of one evaluation, per fact: far more than any sensible rule set needs, and soon reached by one that
    /// never ends.
    private static final int FIRINGS_PER_FACT = 1_000;

    private final KieSession session;
    private final String global;
    private final MatchedTypes matched;
    private final Firings firings = new Firings();

    WarmSession(KieSession session, String global, MatchedTypes matched, List<ThresholdRow> rows) {
        this.session = session;
        this.global = global;
        this.matched = matched;
        rows.forEach(session::insert);
        session.addEventListener(firings);
    }

    void fire(List<?> facts, FiringSink sink) {
        firings.sink = sink;
        firings.rule = "";
        session.setGlobal(global, sink);
        List<FactHandle> handles = new ArrayList<>(facts.size());
        for (Object fact : facts) {
            if (matched.contains(fact)) {
                handles.add(session.insert(fact));
            }
        }
        fireAll(limit(facts.size()));
        handles.forEach(session::delete);
        firings.sink = null;
    }

    private void fireAll(int limit) {
        int fired;
        try {
            fired = session.fireAllRules(limit);
        } catch (RuntimeException e) {
            throw new RuleFailedException(firings.rule, reason(e), e);
        }
        if (fired >= limit) {
            throw new RuleFailedException(
                    firings.rule, "rules fired %d times and were stopped. Maybe a join is missing.".formatted(limit));
        }
    }

    private static int limit(int facts) {
        return (int) Math.min(Integer.MAX_VALUE, (facts + 1L) * FIRINGS_PER_FACT);
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    void dispose() {
        session.dispose();
    }

    /// Tells the sink which rule is about to fire, and remembers it for a failure.
    private static final class Firings extends DefaultAgendaEventListener {

        private @Nullable FiringSink sink;
        private String rule = "";

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            rule = event.getMatch().getRule().getName();
            if (sink != null) {
                sink.ruleFires(rule, rows(event.getMatch().getObjects()));
            }
        }

        private static List<ThresholdRow> rows(List<Object> facts) {
            List<ThresholdRow> rows = new ArrayList<>(1);
            for (Object fact : facts) {
                if (fact instanceof ThresholdRow row) {
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
