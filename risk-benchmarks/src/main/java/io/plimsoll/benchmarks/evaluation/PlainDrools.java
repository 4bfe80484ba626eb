package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.benchmarks.PlainRules;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/// The peer: plain Drools with everything in DRL (`plain.drl`), compiled by the executable model.
///
/// @param decider decides in a new session, or in one from a pool
record PlainDrools(Function<Snapshot, PlainResult> decider) implements ComparableEngine {

    private static final String DRL = "plain.drl";
    private static final String RESULT = "result";

    /// A session for each account, into which the table rows are inserted too.
    static Engine newSessions(RuleSetSource source) {
        KieBase base = compile();
        List<PlainRow> rows = rows(source);
        return new PlainDrools(snapshot -> {
            KieSession session = base.newKieSession();
            try {
                rows.forEach(session::insert);
                PlainResult result = new PlainResult();
                session.setGlobal(RESULT, result);
                facts(snapshot).forEach(session::insert);
                session.fireAllRules();
                return result;
            } finally {
                session.dispose();
            }
        });
    }

    /// A session in which the table rows lie already; an account's facts are inserted and deleted.
    ///
    /// The pool is that of one thread, which is what is measured: a single session, without any cost of borrowing.
    static Engine pooled(RuleSetSource source) {
        KieSession session = compile().newKieSession();
        rows(source).forEach(session::insert);
        return new PlainDrools(snapshot -> {
            PlainResult result = new PlainResult();
            session.setGlobal(RESULT, result);
            List<Object> facts = facts(snapshot);
            FactHandle[] handles = new FactHandle[facts.size()];
            for (int i = 0; i < handles.length; i++) {
                handles[i] = session.insert(facts.get(i));
            }
            session.fireAllRules();
            for (FactHandle handle : handles) {
                session.delete(handle);
            }
            return result;
        });
    }

    @Override
    public Object decide(Object snapshot) {
        return decider.apply((Snapshot) snapshot);
    }

    @Override
    public Verdict verdict(Object decided) {
        return ((PlainResult) decided).verdict();
    }

    @Override
    public void close() {
        // The process ends with its only engine.
    }

    // The account comes first and so goes first, too: without it nothing is left to be summed again.
    private static List<Object> facts(Snapshot snapshot) {
        Account account = snapshot.account();
        List<Object> facts = new ArrayList<>();
        facts.add(account);
        facts.addAll(account.balances());
        facts.addAll(account.positions());
        facts.addAll(snapshot.instruments());
        facts.addAll(snapshot.collateral());
        facts.addAll(snapshot.marks());
        return facts;
    }

    private static List<PlainRow> rows(RuleSetSource source) {
        return BenchmarkRules.rows(source).stream()
                .filter(row -> !row.getTable().equals("rebalancing"))
                .map(PlainRow::of)
                .toList();
    }

    private static KieBase compile() {
        return PlainRules.compile(PlainDrools.class, DRL);
    }
}
