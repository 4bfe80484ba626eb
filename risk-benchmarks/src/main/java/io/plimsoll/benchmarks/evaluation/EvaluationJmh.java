package io.plimsoll.benchmarks.evaluation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// What JMH runs in a process of its own for each engine, table and kind of account.
@State(Scope.Thread)
public class EvaluationJmh {

    /// Names the system property with the correctness sum that every engine has to arrive at.
    static final String SUM = "plimsoll.bench.sum";

    /// How many accounts of a kind take turns.
    private static final int ACCOUNTS = 256;

    private static final long SEED = 1;

    /// Positions decided about before JMH's own warm-up. Counted, because on a busy machine the compiler falls behind
    /// any warm-up that is timed.
    private static final int WARM_UP_POSITIONS = 200_000;

    /// Name of the engine.
    @Param({"plimsoll"})
    public String engine = "";

    /// Rows of the margin table.
    @Param({"6"})
    public int rows;

    /// Name of the kind of accounts.
    @Param({"HEALTHY_5"})
    public String kind = "";

    private @Nullable Engine decider;
    private List<Object> accounts = List.of();
    private int next;

    /// Makes the engine, and checks it before it is measured.
    @Setup
    public void start(Blackhole blackhole) {
        Engine made = Engine.of(engine, rows);
        accounts = Accounts.of(Kind.valueOf(kind), ACCOUNTS, SEED).stream()
                .map(made::input)
                .toList();
        decider = made;
        String expected = System.getProperty(SUM);
        if (expected != null && made instanceof ComparableEngine comparable) {
            String actual = String.valueOf(Agreement.sum(comparable));
            if (!expected.equals(actual)) {
                throw new IllegalStateException(
                        "The correctness sum of %s is %s instead of %s.".formatted(engine, actual, expected));
            }
        }
        for (int left = WARM_UP_POSITIONS; left > 0; left -= Kind.valueOf(kind).positions()) {
            blackhole.consume(decide());
        }
    }

    /// One decision.
    @Benchmark
    public Object decide() {
        next = (next + 1) % ACCOUNTS;
        return Objects.requireNonNull(decider).decide(accounts.get(next));
    }
}
