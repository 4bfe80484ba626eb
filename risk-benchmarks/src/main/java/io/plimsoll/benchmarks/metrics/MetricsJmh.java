package io.plimsoll.benchmarks.metrics;

import io.plimsoll.model.exposure.AccountExposure;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// What JMH runs in a process of its own for each book and number of positions.
@State(Scope.Thread)
public class MetricsJmh {

    /// How many accounts take turns.
    private static final int ACCOUNTS = 64;

    private static final long SEED = 1;

    /// Name of the book.
    @Param({"LINEAR"})
    public String book = "";

    /// Positions of each account.
    @Param({"10"})
    public int positions;

    /// Name of the work.
    @Param({"METRICS"})
    public String work = "";

    private List<Snapshot> snapshots = List.of();
    private Work kind = Work.METRICS;
    private int next;

    /// Makes the accounts.
    @Setup
    public void start() {
        snapshots = Books.of(Book.valueOf(book), positions, ACCOUNTS, SEED);
        kind = Work.valueOf(work);
    }

    /// All metrics of one account.
    @Benchmark
    public void metrics(Blackhole blackhole) {
        next = (next + 1) % ACCOUNTS;
        Snapshot snapshot = snapshots.get(next);
        AccountRisk risk = AccountRisk.of(snapshot);
        blackhole.consume(risk.marginRatio());
        blackhole.consume(risk);
        if (kind == Work.PRICES) {
            for (PositionRisk position : risk.positions()) {
                blackhole.consume(PriceLevels.liquidationPrice(risk, position));
            }
        }
        if (kind == Work.NEAREST) {
            blackhole.consume(AccountExposure.nearest(snapshot, risk, Limits.of(risk)));
        }
    }
}
