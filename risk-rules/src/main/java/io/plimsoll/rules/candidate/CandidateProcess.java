package io.plimsoll.rules.candidate;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One process, for one candidate.
final class CandidateProcess implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CandidateProcess.class);

    /// Processor time for the start of a process and its warm-up.
    private static final Duration START = Duration.ofSeconds(30);

    /// How many times its processor time a process may take by the clock.
    private static final int PATIENCE = 10;

    private static final Duration POLL = Duration.ofMillis(20);

    /// The code that a JVM ends with when its memory does, by `ExitOnOutOfMemoryError`.
    private static final int OUT_OF_MEMORY = 3;

    /// The code of a process that something else killed. Mostly that is the system, which ran out of memory.
    private static final int KILLED = 137;

    private final CandidateLimits limits;
    private final Process process;
    private final ErrorText errors;
    private volatile @Nullable Duration late;

    private CandidateProcess(CandidateLimits limits, Process process) {
        this.limits = limits;
        this.process = process;
        this.errors = ErrorText.of(process.getErrorStream());
    }

    /// Starts a process, and does not wait until it is ready.
    static CandidateProcess start(CandidateLimits limits, Path folder, String mainClass) throws IOException {
        return new CandidateProcess(
                limits, CandidateJvm.process(limits, folder, mainClass).start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ErrorText errors() {
        return errors;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// What is wrong with a candidate: what the check finds, or one diagnostic if it comes to no end within its limits.
    List<Diagnostic> check(RuleSetSource source) {
        try (DataInputStream in = new DataInputStream(process.getInputStream());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
            within(START, () -> {
                Frames.readReady(in);
                return List.of();
            });
            return within(limits.deadline(), () -> {
                Frames.writeSource(out, source);
                return Frames.readAnswer(in);
            });
        } catch (IOException e) {
            Diagnostic failure = failure(e);
            LOGGER.warn("{} {} {}", failure, e.toString(), errors.text());
            return List.of(failure);
        } finally {
            close();
        }
    }

    private List<Diagnostic> within(Duration time, Exchange exchange) throws IOException {
        Thread timer = Thread.ofVirtual().start(() -> endAfter(time));
        try {
            return exchange.run();
        } finally {
            timer.interrupt();
        }
    }

    /// Its own processor time counts, because a busy machine is not the candidate's fault; the clock is for one that
    /// does nothing.
    private void endAfter(Duration time) {
        Duration before = process.info().totalCpuDuration().orElse(Duration.ZERO);
        long start = System.nanoTime();
        try {
            Duration spent = Duration.ZERO;
            Duration elapsed = Duration.ZERO;
            while (spent.compareTo(time) < 0 && elapsed.compareTo(time.multipliedBy(PATIENCE)) < 0) {
                Thread.sleep(POLL);
                elapsed = Duration.ofNanos(System.nanoTime() - start);
                Optional<Duration> used = process.info().totalCpuDuration();
                if (!process.isAlive()) {
                    return;
                }
                spent = used.map(total -> total.minus(before)).orElse(elapsed);
            }
            late = time;
            close();
        } catch (InterruptedException e) {
            // It answered in time.
            Thread.currentThread().interrupt();
        }
    }

    private Diagnostic failure(IOException e) {
        boolean ended = hasEnded();
        @Nullable Duration deadline = late;
        if (deadline != null) {
            return CandidateFailure.deadline(deadline);
        }
        if (ended && (process.exitValue() == OUT_OF_MEMORY || process.exitValue() == KILLED)) {
            return CandidateFailure.memory(limits.heapMebibytes());
        }
        return !ended || e instanceof StreamCorruptedException
                ? CandidateFailure.crashed("The check gave no answer that can be read (%s).".formatted(e.getMessage()))
                : CandidateFailure.crashed(
                        "The check ended without an answer (exit code %d).".formatted(process.exitValue()));
    }

    /// Its output ends a moment before it does.
    private boolean hasEnded() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Kills the process and what it may have started; a second call does nothing.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private interface Exchange {
        List<Diagnostic> run() throws IOException;
    }
}
