package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.engine.CompiledClasses;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.rulesets.LiveRules;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Puts versions live in this process: compiled first, recorded then, and swapped in when that is committed.
///
/// The last few versions that were live stay open (`plimsoll.desk.warm`), so that going back to one of them
/// takes no time. An older one is read from the store, and so is what its rules were compiled to; it is
/// checked, but compiled only where that is missing. It is not held against the guards of what is live now,
/// because the way back must be open.
@Singleton
final class ActiveVersions {

    private static final Logger LOG = Logger.getLogger(ActiveVersions.class);

    /// How a version is made where none is open.
    enum Way {
        /// Held against what is live, by the guards on edits.
        FORWARD,
        /// It was live before.
        BACK
    }

    private final LiveRules rules;
    private final Store store;
    private final KeptRules kept;
    private final int warm;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final LinkedHashMap<String, LiveRuleSet.Lease> leases = new LinkedHashMap<>();

    ActiveVersions(LiveRules rules, Store store, KeptRules kept, DeskSettings settings) {
        this.rules = rules;
        this.store = store;
        this.kept = kept;
        this.warm = settings.warm();
    }

    /// Makes a version live.
    ///
    /// @param digest of the version, whose files are kept
    /// @param recording writes it down, in a transaction; if that fails, nothing goes live
    /// @return what the recording gave
    /// @throws ProblemException if the version does not pass the checks, or could not be recorded
    <T> T activate(String digest, Way way, Supplier<T> recording) {
        oneAtATime.lock();
        try {
            keepWarm();
            LiveRuleSet.@Nullable Lease open = leases.get(digest);
            if (digest.equals(liveDigest())) {
                return recording.get();
            }
            return open == null ? makeAndSwap(digest, way, recording) : swap(open, recording);
        } finally {
            oneAtATime.unlock();
        }
    }

    private <T> T swap(LiveRuleSet.Lease open, Supplier<T> recording) {
        T result = recording.get();
        rules.publish(open);
        keepWarm();
        return result;
    }

    private <T> T makeAndSwap(String digest, Way way, Supplier<T> recording) {
        RuleSetVersion version = made(store.read(sql -> DeskTransaction.files(sql, digest)), way);
        boolean recorded = false;
        T result;
        try {
            result = recording.get();
            recorded = true;
        } finally {
            if (!recorded) {
                version.close();
            }
        }
        rules.publish(version);
        keepWarm();
        return result;
    }

    private RuleSetVersion made(RuleSetSource files, Way way) {
        try {
            return switch (way) {
                case FORWARD -> rules.check(files);
                case BACK -> back(files);
            };
        } catch (InvalidRuleSetException e) {
            throw ProblemException.inRuleSet(e);
        }
    }

    private RuleSetVersion back(RuleSetSource files) {
        Optional<CompiledClasses> classes = kept.find(files);
        if (classes.isPresent()) {
            try {
                return rules.load(files, classes.get());
            } catch (RuntimeException | LinkageError e) {
                LOG.warnf("What %s was compiled to can't be used (%s).", files.digest(), e.getMessage());
            }
        }
        return rules.load(files);
    }

    /// Holds what is live now, and lets go of what was held longest.
    private void keepWarm() {
        LiveRuleSet.Lease lease = rules.lease();
        LiveRuleSet.@Nullable Lease before = leases.remove(lease.version().digest());
        if (before != null) {
            before.close();
        }
        leases.put(lease.version().digest(), lease);
        kept.keep(lease.version());
        Iterator<Map.Entry<String, LiveRuleSet.Lease>> oldest =
                leases.entrySet().iterator();
        while (leases.size() > warm) {
            oldest.next().getValue().close();
            oldest.remove();
        }
    }

    /// Digest of what is live in this process.
    String liveDigest() {
        try (LiveRuleSet.Lease lease = rules.lease()) {
            return lease.version().digest();
        }
    }

    /// Name of the rule set that this process runs.
    String liveName() {
        try (LiveRuleSet.Lease lease = rules.lease()) {
            return lease.version().name();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        oneAtATime.lock();
        try {
            leases.values().forEach(LiveRuleSet.Lease::close);
            leases.clear();
        } finally {
            oneAtATime.unlock();
        }
    }
}
