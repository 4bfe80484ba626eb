package io.plimsoll.service.rulesets;

import io.plimsoll.rules.candidate.CandidateCheck;
import io.plimsoll.rules.candidate.CandidateLimits;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.live.RefusedEdit;
import io.plimsoll.rules.live.RuleSetWatcher;
import io.plimsoll.rules.source.RuleSetFolder;
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

    private final RuleSetSettings settings;
    private final CandidateLimits limits;
    private volatile @Nullable LiveRuleSet live;
    private volatile @Nullable RuleSetWatcher watcher;
    private volatile @Nullable CandidateCheck check;

    @Inject
    LiveRules(RuleSetSettings settings, CandidateSettings candidate, FiringSettings firing) {
        this(
                settings,
                new CandidateLimits(
                        candidate.heapMebibytes().orElseGet(CandidateLimits::defaultHeapMebibytes),
                        CandidateLimits.METASPACE_MEBIBYTES,
                        candidate.deadline(),
                        candidate.standby(),
                        new WorkLimits(firing.joinSteps(), firing.deadline(), candidate.scenarios())));
    }

    LiveRules(RuleSetSettings settings, CandidateLimits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    /// A hold on the live version: take one for each request or batch, and close it.
    ///
    /// @throws ProblemException if none is live
    public LiveRuleSet.Lease lease() {
        LiveRuleSet current = live;
        if (current == null) {
            throw notReady();
        }
        try {
            return current.lease();
        } catch (IllegalStateException e) {
            // Closed since the line above: the service is stopping.
            throw notReady();
        }
    }

    /// The version that files would become, checked as a saved edit of the live one is. It goes nowhere; close it.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with everything that is wrong
    /// @throws ProblemException if none is live
    RuleSetVersion check(RuleSetSource source) {
        CandidateCheck checking = check;
        if (checking == null) {
            throw notReady();
        }
        try (LiveRuleSet.Lease lease = lease()) {
            return checking.check(source, Optional.of(lease.version()));
        }
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

    /// The folder that is followed, as configured.
    String folder() {
        return settings.folder();
    }

    /// Whether a version is live.
    boolean isReady() {
        return live != null;
    }

    void start(@Observes @Priority(1) StartupEvent event) throws IOException {
        Path folder = Path.of(settings.folder());
        LOG.infof("Checking the rule set in %s …", folder.toAbsolutePath().normalize());
        try {
            // In this process: nothing is live yet that a runaway rule set could harm, an operator is looking on, and a
            // process of its own would double the time to the first answer.
            RuleSetVersion version = RuleSetCheck.check(RuleSetFolder.read(folder), Optional.empty(), limits.work());
            version.remarks().stream()
                    .filter(remark -> remark.severity() == Severity.WARNING)
                    .forEach(remark -> LOG.warnf("Worth looking at: %s", remark));
            LiveRuleSet first = new LiveRuleSet(version);
            live = first;
            CandidateCheck edits = new CandidateCheck(limits);
            check = edits;
            watcher = RuleSetWatcher.start(folder, first, edits);
            Thread.ofVirtual().start(() -> prepareLater(edits));
        } catch (InvalidRuleSetException e) {
            // Quarkus prints the message of this one alone, without a stack trace, and ends with 1.
            throw new ConfigurationException(refusal(folder, e));
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

    private static String refusal(Path folder, InvalidRuleSetException e) {
        return "Plimsoll does not start: the rule set in %s is refused.%n%s%nMaybe mend it with: ./plimsoll check %s"
                .formatted(folder.toAbsolutePath().normalize(), e.getMessage(), folder);
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
