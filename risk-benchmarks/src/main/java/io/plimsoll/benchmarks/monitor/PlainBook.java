package io.plimsoll.benchmarks.monitor;

import io.plimsoll.benchmarks.PlainRules;
import java.util.Set;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/// The other peer: plain Drools (`holders.drl`). With each mark the facts of all who hold the instrument are
/// updated, and rules tell whose line is crossed. Sums are computed in Java, from the arrays of the scan, so that
/// the rules have less to do than they would have by themselves.
final class PlainBook implements AutoCloseable {

    private final Scan scan;
    private final KieSession session =
            PlainRules.compile(PlainBook.class, "holders.drl").newKieSession();
    private final PlainEvents events = new PlainEvents();
    private final PlainHolder[] holders;
    private final FactHandle[] handles;

    /// Begins as the scan stands.
    PlainBook(Scan scan, int accounts) {
        this.scan = scan;
        holders = new PlainHolder[accounts];
        handles = new FactHandle[accounts];
        session.setGlobal("events", events);
        for (int account = 0; account < accounts; account++) {
            holders[account] = new PlainHolder(account, scan.isOpen(account, 0), scan.isOpen(account, 1));
            holders[account].margin(scan.equity(account), scan.maintenance(account));
            handles[account] = session.insert(holders[account]);
        }
        session.fireAllRules();
        events.taken();
    }

    /// Takes a mark that the scan has taken.
    void take(int instrument) {
        for (int account : scan.holdersOf(instrument)) {
            holders[account].margin(scan.equity(account), scan.maintenance(account));
            session.update(handles[account], holders[account]);
        }
        session.fireAllRules();
    }

    /// What was told since the last time.
    Set<Event> told() {
        return events.taken();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
