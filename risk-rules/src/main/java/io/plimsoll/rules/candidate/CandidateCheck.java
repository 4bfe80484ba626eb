package io.plimsoll.rules.candidate;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.check.VersionCheck;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.engine.CompiledClasses;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks a candidate in a process of its own, and only what passes there in this one.
///
/// An edit of table rows stays here and starts no process: it compiles nothing, rows are bounded in number
/// and size, and [WorkLimits][io.plimsoll.rules.limit.WorkLimits] stop its scenarios. One candidate is
/// checked at a time.
///
/// A process that waits is used once and replaced. It ends when this one does, however that happens.
public final class CandidateCheck implements VersionCheck, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CandidateCheck.class);

    private final CandidateLimits limits;
    private final String mainClass;
    private final Path folder;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private @Nullable CandidateProcess standby;
    private @Nullable CandidateProcess running;
    private boolean closed;

    /// Makes an empty folder for the processes; none is started yet.
    ///
    /// @throws IOException if there can be no such folder
    public CandidateCheck(CandidateLimits limits) throws IOException {
        this(limits, CandidateMain.class.getName());
    }

    CandidateCheck(CandidateLimits limits, String mainClass) throws IOException {
        this.limits = limits;
        this.mainClass = mainClass;
        this.folder = Files.createTempDirectory("plimsoll-candidate");
    }

    @Override
    public RuleSetVersion check(RuleSetSource source, Optional<RuleSetVersion> base) {
        if (base.isPresent() && RowEdit.isOne(base.get().source(), source)) {
            return RuleSetCheck.check(source, base, limits.work());
        }
        try {
            List<Diagnostic> found = inProcess(source);
            if (!found.isEmpty()) {
                throw new InvalidRuleSetException(found);
            }
            return RuleSetCheck.check(source, base, limits.work());
        } finally {
            // Only now: the two would compete for the processor.
            prepare();
        }
    }

    /// Has a process waiting for the next candidate, if there is to be one. It gets ready in the background.
    public synchronized void prepare() {
        if (limits.standby() && !closed && (standby == null || !standby.isAlive())) {
            try {
                standby = start();
            } catch (IOException e) {
                LOGGER.warn("No process could be started for the next candidate ({}).", e.toString());
            }
        }
    }

    /// Checks other table rows of a version that is not live, as an edit of the one that is: compiles nothing
    /// and starts no process.
    ///
    /// @param base what the guards compare with
    /// @param alike what the rows are of; stays open meanwhile
    /// @throws IllegalArgumentException if more than table rows differ
    /// @throws InvalidRuleSetException with everything that is wrong
    public RuleSetVersion checkRows(RuleSetSource source, RuleSetVersion base, RuleSetVersion alike) {
        if (!RowEdit.isOne(alike.source(), source)) {
            throw new IllegalArgumentException(
                    "More than the rows of %s differ in %s.".formatted(alike.digest(), source.digest()));
        }
        return RuleSetCheck.check(source, Optional.of(base), alike, limits.work());
    }

    /// Checks a version that passed before and was live: loads what it was compiled to then, and starts no
    /// process.
    ///
    /// @param kept by this build, from the same rules
    /// @throws InvalidRuleSetException with everything that is wrong
    /// @throws IllegalArgumentException if it was compiled from other rules
    public RuleSetVersion check(RuleSetSource source, CompiledClasses kept) {
        return RuleSetCheck.check(source, kept, limits.work());
    }

    private List<Diagnostic> inProcess(RuleSetSource source) {
        oneAtATime.lock();
        try (CandidateProcess process = take()) {
            return process.check(source);
        } catch (IOException e) {
            return List.of(CandidateFailure.crashed("No process could be started for the check (%s).".formatted(e)));
        } finally {
            oneAtATime.unlock();
        }
    }

    private synchronized CandidateProcess take() throws IOException {
        if (closed) {
            throw new IOException("the service is stopping");
        }
        @Nullable CandidateProcess waiting = standby;
        standby = null;
        CandidateProcess process = waiting != null && waiting.isAlive() ? waiting : start();
        running = process;
        return process;
    }

    private CandidateProcess start() throws IOException {
        return CandidateProcess.start(limits, folder, mainClass);
    }

    /// The process in waiting.
    synchronized Optional<ProcessHandle> standby() {
        return Optional.ofNullable(standby).map(CandidateProcess::handle);
    }

    /// Kills the processes; a candidate that is being checked is refused.
    @Override
    public synchronized void close() {
        closed = true;
        for (@Nullable CandidateProcess process : Arrays.asList(standby, running)) {
            if (process != null) {
                process.close();
            }
        }
        standby = null;
        delete();
    }

    private void delete() {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOGGER.warn("The folder {} could not be deleted ({}).", folder, e.toString());
        }
    }
}
