package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.service.problem.ProblemDocument;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One impact that is being found, or was. Safe for use by many threads.
public final class ImpactRun {

    /// How far it is.
    public enum State {
        /// Work goes on.
        RUNNING,
        /// There is a report.
        DONE,
        /// Somebody ended it; there is none.
        CANCELLED,
        /// It could not be found.
        FAILED
    }

    private final String id = UUID.randomUUID().toString();
    private final ImpactOrder order;
    private final Instant begunAt;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private Status status = new Status(State.RUNNING, null, null, null);

    ImpactRun(ImpactOrder order, Instant begunAt) {
        this.order = order;
        this.begunAt = begunAt;
    }

    /// How far it is, at one moment.
    ///
    /// @param state in a word
    /// @param endedAt when it ended; null if it has not
    /// @param report what was found; null in every state but DONE
    /// @param problem why it failed; null in every state but FAILED
    public record Status(
            State state,
            @Nullable Instant endedAt,
            @Nullable ImpactRunReport report,
            @Nullable ProblemDocument problem) {}

    /// Its name.
    public String id() {
        return id;
    }

    /// What was asked for.
    public ImpactOrder order() {
        return order;
    }

    /// When it began.
    public Instant begunAt() {
        return begunAt;
    }

    /// Evaluations that are done.
    public long done() {
        return done.get();
    }

    /// Evaluations in all; 0 while that is not known.
    public long total() {
        return total.get();
    }

    /// How far it is.
    public synchronized Status status() {
        return status;
    }

    /// Ends it, unless it has ended.
    void cancel() {
        end(new Status(State.CANCELLED, Instant.now(), null, null));
    }

    void succeed(ImpactRunReport report) {
        end(new Status(State.DONE, Instant.now(), report, null));
    }

    void fail(ProblemDocument problem) {
        end(new Status(State.FAILED, Instant.now(), null, problem));
    }

    private synchronized void end(Status ending) {
        if (status.state() == State.RUNNING) {
            status = ending;
        }
    }

    boolean hasEnded() {
        return status().state() != State.RUNNING;
    }

    void requireRunning() {
        if (hasEnded()) {
            throw new CancellationException("The run %s was cancelled.".formatted(id));
        }
    }

    void expect(long evaluations) {
        total.addAndGet(evaluations);
    }

    void advance(long evaluations) {
        done.addAndGet(evaluations);
    }
}
