package io.plimsoll.rules.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.evaluation.Clients;
import io.plimsoll.rules.live.LiveRuleSet;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Someone else on this machine who asks the live version about an account, again and again.
final class Neighbour {

    private static final Snapshot CLIENT = Clients.cross("100", "BTC-PERP 80");

    private final LiveRuleSet live;
    private final byte[] expected;
    private final AtomicLong answers = new AtomicLong();
    private final AtomicReference<Throwable> wrong = new AtomicReference<>();
    private final long[] nanos = new long[1 << 22];
    private final Thread thread;
    private volatile boolean open = true;
    private int calmFrom;
    private int attackFrom;
    private long started;
    private long attacked;

    private Neighbour(LiveRuleSet live) {
        this.live = live;
        this.expected = answer();
        this.thread = Thread.ofPlatform().daemon().name("neighbour").unstarted(this::ask);
    }

    static Neighbour start(LiveRuleSet live) {
        Neighbour neighbour = new Neighbour(live);
        neighbour.thread.start();
        return neighbour;
    }

    private byte[] answer() {
        try (LiveRuleSet.Lease lease = live.lease()) {
            return DecisionWriter.write(lease.version().evaluate(CLIENT), true);
        }
    }

    private void ask() {
        try {
            while (open) {
                long start = System.nanoTime();
                byte[] answer = answer();
                long end = System.nanoTime();
                assertThat(answer).isEqualTo(expected);
                int count = (int) answers.get();
                if (count < nanos.length) {
                    nanos[count] = end - start;
                }
                answers.incrementAndGet();
                // A client thinks between two questions; without a pause this thread alone would fill a processor.
                Thread.sleep(1);
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            wrong.set(e);
        }
    }

    long answers() {
        return answers.get();
    }

    /// Begins to measure: what came before warmed up.
    void beginCalm() {
        calmFrom = (int) answers();
        started = System.nanoTime();
    }

    void beginAttack() {
        attackFrom = (int) answers();
        attacked = System.nanoTime();
    }

    /// Waits for a right answer later than the given count.
    void assertAnswered(long before) {
        while (thread.isAlive() && answers() <= before) {
            Thread.onSpinWait();
        }
        assertThat(wrong.get()).isNull();
        assertThat(answers()).isGreaterThan(before);
    }

    /// What it met, in words.
    String end() throws InterruptedException {
        long end = System.nanoTime();
        open = false;
        thread.join();
        assertThat(wrong.get()).isNull();
        int count = (int) Math.min(answers(), nanos.length);
        double before = median(calmFrom, attackFrom);
        double during = median(attackFrom, count);
        return ("A neighbour was answered %,d times during the attack: median %.0f µs (%.2f times that before), "
                        + "%.0f answers a second (%.2f times those before).")
                .formatted(
                        count - attackFrom,
                        during / 1e3,
                        during / before,
                        rate(count - attackFrom, end - attacked),
                        rate(count - attackFrom, end - attacked) / rate(attackFrom - calmFrom, attacked - started));
    }

    private static double rate(int count, long time) {
        return count * 1e9 / time;
    }

    private double median(int from, int to) {
        long[] sorted = Arrays.copyOfRange(nanos, from, to);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
