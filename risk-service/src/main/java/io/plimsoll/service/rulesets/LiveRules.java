package io.plimsoll.service.rulesets;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.live.RefusedEdit;
import io.plimsoll.rules.live.RuleSetWatcher;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The live rule set of this service, from start to stop.
@Singleton
public final class LiveRules {

    private static final Logger LOG = Logger.getLogger(LiveRules.class);

    private final RuleSetSettings settings;
    private volatile @Nullable LiveRuleSet live;
    private volatile @Nullable RuleSetWatcher watcher;

    LiveRules(RuleSetSettings settings) {
        this.settings = settings;
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
            RuleSetVersion version = RuleSetCheck.check(RuleSetFolder.read(folder));
            version.remarks().forEach(warning -> LOG.warn(warning.toString()));
            LiveRuleSet first = new LiveRuleSet(version);
            live = first;
            watcher = RuleSetWatcher.start(folder, first);
        } catch (InvalidRuleSetException e) {
            // Quarkus prints the message of this one alone, without a stack trace, and ends with 1.
            throw new ConfigurationException(refusal(folder, e));
        }
    }

    private static String refusal(Path folder, InvalidRuleSetException e) {
        return "Plimsoll does not start: the rule set in %s is refused.%n%s%nMaybe mend it with: ./plimsoll check %s"
                .formatted(folder.toAbsolutePath().normalize(), e.getMessage(), folder);
    }

    void stop(@Observes ShutdownEvent event) {
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
