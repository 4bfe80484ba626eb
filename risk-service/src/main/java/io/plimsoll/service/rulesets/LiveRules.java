package io.plimsoll.service.rulesets;

import io.plimsoll.rules.candidate.CandidateCheck;
import io.plimsoll.rules.candidate.CandidateLimits;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.engine.CompiledClasses;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.live.RefusedEdit;
import io.plimsoll.rules.live.RuleSetWatcher;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The live rule set of this service, from start to stop.
@Singleton
public final class LiveRules {

    private static final Logger LOG = Logger.getLogger(LiveRules.class);

    /// Until then the start has the processors for itself.
    private static final Duration STANDBY_DELAY = Duration.ofSeconds(5);

    private final RuleSetSettings.Source source;
    private final String folder;
    private final CandidateLimits limits;
    private final RuleSetHistory history;
    private volatile @Nullable LiveRuleSet live;
    private volatile @Nullable RuleSetWatcher watcher;
    private volatile @Nullable CandidateCheck check;

    @Inject
    LiveRules(RuleSetSettings settings, CandidateSettings candidate, FiringSettings firing, RuleSetHistory history) {
        this(
                settings.source(),
                settings.folder(),
                new CandidateLimits(
                        candidate.heapMebibytes().orElseGet(CandidateLimits::defaultHeapMebibytes),
                        CandidateLimits.METASPACE_MEBIBYTES,
                        candidate.deadline(),
                        candidate.standby(),
                        new WorkLimits(firing.joinSteps(), firing.deadline(), candidate.scenarios())),
                history);
    }

    LiveRules(RuleSetSettings.Source source, String folder, CandidateLimits limits, RuleSetHistory history) {
        this.source = source;
        this.folder = folder;
        this.limits = limits;
        this.history = history;
    }

    /// A hold on the live version: take one for each request or batch, and close it.
    ///
    /// @throws ProblemException if none is live
    public LiveRuleSet.Lease lease() {
        try {
            return live().lease();
        } catch (IllegalStateException e) {
            // Closed since the line above: the service is stopping.
            throw notReady();
        }
    }

    /// The version that files would become, checked as a saved edit of the live one is. It goes nowhere;
    /// close it.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with everything that is wrong
    /// @throws ProblemException if none is live
    public RuleSetVersion check(RuleSetSource source) {
        try (LiveRuleSet.Lease lease = lease()) {
            return checking().check(source, Optional.of(lease.version()));
        }
    }

    /// The version that other table rows of a checked version would become, checked as an edit of what is
    /// live; nothing is compiled. It goes nowhere; close it.
    ///
    /// @param alike what the rows are of; stays open meanwhile
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with everything that is wrong
    /// @throws ProblemException if none is live
    public RuleSetVersion checkRows(RuleSetSource source, RuleSetVersion alike) {
        try (LiveRuleSet.Lease lease = lease()) {
            return checking().checkRows(source, lease.version(), alike);
        }
    }

    /// The version that files become which were live before: checked, but not held against what is live now,
    /// because the way back must be open. Close it, or publish it.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with everything that is wrong
    /// @throws ProblemException if none is live
    public RuleSetVersion load(RuleSetSource source) {
        return checking().check(source, Optional.empty());
    }

    /// As above, by what the rules were compiled to before; nothing is compiled, and no process is started.
    ///
    /// @param kept by this build, from the same rules
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with everything that is wrong
    /// @throws IllegalArgumentException if it was compiled from other rules
    /// @throws ProblemException if none is live
    public RuleSetVersion load(RuleSetSource source, CompiledClasses kept) {
        return checking().check(source, kept);
    }

    /// Makes a version live. Whoever calls this has recorded it.
    ///
    /// @throws ProblemException if none is live
    public void publish(RuleSetVersion next) {
        live().publish(next);
        LOG.infof("Rule set %s is live as %s.", next.name(), next.digest());
    }

    /// Makes a version live again that a lease has kept open; nothing is compiled.
    ///
    /// @throws ProblemException if none is live
    public void publish(LiveRuleSet.Lease kept) {
        live().publish(kept);
        LOG.infof(
                "Rule set %s is live again as %s.",
                kept.version().name(), kept.version().digest());
    }

    /// Whether edits are made at the rule desk, and not in the folder.
    public boolean isAtDesk() {
        return source == RuleSetSettings.Source.DESK;
    }

    private LiveRuleSet live() {
        LiveRuleSet current = live;
        if (current == null) {
            throw notReady();
        }
        return current;
    }

    private CandidateCheck checking() {
        CandidateCheck checking = check;
        if (checking == null) {
            throw notReady();
        }
        return checking;
    }

    private static ProblemException notReady() {
        return new ProblemException(
                ProblemType.NOT_READY,
                "The service is starting or stopping. Maybe ask again in a second.",
                Map.of("Retry-After", "1"));
    }

    /// The last saved edit, if it did not go live.
    public Optional<RefusedEdit> refusedEdit() {
        RuleSetWatcher current = watcher;
        return current == null ? Optional.empty() : current.refusedEdit();
    }

    /// The folder of the rule set, as configured.
    String folder() {
        return folder;
    }

    /// Whether a version is live.
    boolean isReady() {
        return live != null;
    }

    void start(@Observes @Priority(1) StartupEvent event) throws IOException {
        Path path = Path.of(folder);
        Optional<RuleSetSource> stored = isAtDesk() ? history.ofDesk(nameIn(path)) : Optional.empty();
        String place = stored.isPresent()
                ? "the store"
                : path.toAbsolutePath().normalize().toString();
        LOG.infof("Checking the rule set in %s …", place);
        try {
            // In this process: nothing is live yet that a runaway rule set could harm, an operator is looking on, and a
            // process of its own would double the time to the first answer.
            RuleSetVersion version = RuleSetCheck.check(
                    stored.orElseGet(() -> RuleSetFolder.read(path)), Optional.empty(), limits.work());
            version.remarks().stream()
                    .filter(remark -> remark.severity() == Severity.WARNING)
                    .forEach(remark -> LOG.warnf("Worth looking at: %s", remark));
            if (isAtDesk() && stored.isEmpty()) {
                history.begin(version);
            }
            LiveRuleSet first = new LiveRuleSet(version);
            live = first;
            CandidateCheck edits = new CandidateCheck(limits);
            check = edits;
            if (!isAtDesk()) {
                history.saved(version);
                watcher = RuleSetWatcher.start(path, first, edits, history::saved);
            }
            Thread.ofVirtual().start(() -> prepareLater(edits));
        } catch (InvalidRuleSetException e) {
            // Quarkus prints the message of this one alone, without a stack trace, and ends with 1.
            throw new ConfigurationException(refusal(place, e));
        }
    }

    /// Name of the rule set in a folder; the desk goes on without the folder once it has begun.
    private static Optional<String> nameIn(Path folder) {
        try {
            return RuleSetManifest.read(RuleSetFolder.read(folder), new Diagnostics())
                    .map(RuleSetManifest::name);
        } catch (InvalidRuleSetException e) {
            LOG.debugf("The folder %s has no rule set (%s).", folder, e.getMessage());
            return Optional.empty();
        }
    }

    private static void prepareLater(CandidateCheck edits) {
        try {
            Thread.sleep(STANDBY_DELAY);
            edits.prepare();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String refusal(String place, InvalidRuleSetException e) {
        return "Plimsoll does not start: the rule set in %s is refused.%n%s%nMaybe mend it with: ./plimsoll check %s"
                .formatted(place, e.getMessage(), folder);
    }

    void stop(@Observes ShutdownEvent event) {
        // First, because the watcher waits for the edit that is being checked.
        CandidateCheck checking = check;
        if (checking != null) {
            checking.close();
        }
        RuleSetWatcher watching = watcher;
        if (watching != null) {
            watching.close();
        }
        LiveRuleSet last = live;
        live = null;
        if (last != null) {
            last.close();
        }
    }
}
