package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
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
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(
                "src/main/resources/plain/" + DRL,
                services.getResources().newByteArrayResource(drl()).setSourcePath(DRL));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("The plain rules do not compile: %s"
                    .formatted(errors.stream().map(Message::getText).toList()));
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static byte[] drl() {
        try (InputStream drl = Objects.requireNonNull(PlainDrools.class.getResourceAsStream(DRL))) {
            return drl.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The plain rules can't be read.", e);
        }
    }
}
