package io.plimsoll.rules.engine;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.limit.WorkMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/// A session in which the table rows lie, used by one thread at a time.
final class WarmSession {

    /// Firings of one evaluation, per fact: far more than any sensible rule set needs, and soon reached by one that
    /// never ends.
    private static final int FIRINGS_PER_FACT = 1_000;

    /// How Drools names the rule of a condition that threw.
    private static final Pattern RULE_OF_CONDITION = Pattern.compile("in \\[Rule \"([^\"]*)\"");

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

    void fire(List<?> facts, FiringSink sink, WorkLimits limits) {
        firings.sink = sink;
        firings.firing = "";
        firings.last = "";
        session.setGlobal(global, sink);
        List<FactHandle> handles = new ArrayList<>(facts.size());
        for (Object fact : facts) {
            if (matched.contains(fact)) {
                handles.add(session.insert(fact));
            }
        }
        fireAll(limit(facts.size()), limits);
        handles.forEach(session::delete);
        firings.sink = null;
    }

    private void fireAll(int limit, WorkLimits limits) {
        int fired;
        try (WorkMeter _ = WorkMeter.start(limits)) {
            fired = session.fireAllRules(limit);
        } catch (RuleFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RuleFailedException(firings.firing.isEmpty() ? ruleOfCondition(e) : firings.firing, reason(e), e);
        }
        if (fired >= limit) {
            throw new RuleFailedException(
                    firings.last, "rules fired %d times and were stopped. Maybe a join is missing.".formatted(limit));
        }
    }

    private static int limit(int facts) {
        return (int) Math.min(Integer.MAX_VALUE, (facts + 1L) * FIRINGS_PER_FACT);
    }

    // Conditions are checked between firings; the rule that fired last has nothing to do with them.
    private static String ruleOfCondition(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Matcher rule = RULE_OF_CONDITION.matcher(String.valueOf(cause.getMessage()));
            if (rule.find()) {
                return rule.group(1);
            }
        }
        return "";
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
        private String firing = "";
        private String last = "";

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            WorkMeter.add(1);
            firing = event.getMatch().getRule().getName();
            last = firing;
            if (sink != null) {
                sink.ruleFires(firing, rows(event.getMatch().getObjects()));
            }
        }

        @Override
        public void afterMatchFired(AfterMatchFiredEvent event) {
            firing = "";
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
