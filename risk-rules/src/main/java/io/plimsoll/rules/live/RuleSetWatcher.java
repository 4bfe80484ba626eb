package io.plimsoll.rules.live;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.check.VersionCheck;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the folder of the live rule set. What is saved there goes live if it passes the checks; if not, the version
/// before stays and [#refusedEdit()] says what is wrong.
public final class RuleSetWatcher implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RuleSetWatcher.class);

    private final Path folder;
    private final LiveRuleSet live;
    private final VersionCheck check;
    private final Consumer<RuleSetVersion> published;
    private final FolderChanges changes;
    private final AtomicReference<@Nullable RefusedEdit> refused = new AtomicReference<>();
    private final Thread thread;

    private RuleSetWatcher(
            Path folder,
            LiveRuleSet live,
            VersionCheck check,
            Consumer<RuleSetVersion> published,
            FolderChanges changes) {
        this.folder = folder;
        this.live = live;
        this.check = check;
        this.published = published;
        this.changes = changes;
        this.thread = Thread.ofPlatform().name("rule-set-watcher").daemon().unstarted(this::watch);
    }

    /// Starts to watch; edits are checked in this process.
    ///
    /// @throws IOException if the folder can't be watched
    public static RuleSetWatcher start(Path folder, LiveRuleSet live) throws IOException {
        return start(folder, live, RuleSetCheck::check);
    }

    /// Starts to watch.
    ///
    /// @param check what an edit has to pass
    /// @throws IOException if the folder can't be watched
    public static RuleSetWatcher start(Path folder, LiveRuleSet live, VersionCheck check) throws IOException {
        return start(folder, live, check, version -> {});
    }

    /// Starts to watch.
    ///
    /// @param check what an edit has to pass
    /// @param published told of each version that went live, and must not wait for anything
    /// @throws IOException if the folder can't be watched
    public static RuleSetWatcher start(
            Path folder, LiveRuleSet live, VersionCheck check, Consumer<RuleSetVersion> published) throws IOException {
        RuleSetWatcher watcher = new RuleSetWatcher(folder, live, check, published, new FolderChanges(folder));
        watcher.thread.start();
        return watcher;
    }

    /// The last edit, if it did not go live.
    public Optional<RefusedEdit> refusedEdit() {
        return Optional.ofNullable(refused.get());
    }

    private void watch() {
        // The first look catches an edit that was saved between the first load and the start of watching.
        boolean open = true;
        while (open) {
            look();
            open = changes.awaitNext();
        }
    }

    private void look() {
        String digest = "";
        try {
            RuleSetSource source = RuleSetFolder.read(folder);
            digest = source.digest();
            if (digest.equals(live.digest())) {
                refused.set(null);
            } else if (!isRefused(digest)) {
                publish(source);
            }
        } catch (InvalidRuleSetException e) {
            refuse(digest, e.diagnostics());
        } catch (RuntimeException | StackOverflowError e) {
            LOGGER.error("The saved rule set could not be checked.", e);
            refuse(
                    digest,
                    List.of(Diagnostic.error(
                            "check.failed", "", 0, 0, "The rule set could not be checked (%s).".formatted(e), "")));
        }
    }

    private void publish(RuleSetSource source) {
        RuleSetVersion version;
        try (LiveRuleSet.Lease lease = live.lease()) {
            version = check.check(source, Optional.of(lease.version()));
        }
        live.publish(version);
        refused.set(null);
        published.accept(version);
        LOGGER.info("Rule set {} is live as {}.", version.name(), version.digest());
        version.remarks().stream()
                .filter(remark -> remark.severity() == Severity.WARNING)
                .forEach(remark -> LOGGER.warn("Worth looking at: {}", remark));
    }

    private boolean isRefused(String digest) {
        RefusedEdit last = refused.get();
        return last != null && last.digest().equals(digest);
    }

    private void refuse(String digest, List<Diagnostic> diagnostics) {
        refused.set(new RefusedEdit(digest, Instant.now(), diagnostics));
        LOGGER.warn(
                "The saved rule set was refused; {} stays live. {}",
                live.digest(),
                diagnostics.isEmpty() ? "" : diagnostics.getFirst());
    }

    /// Stops watching; what is being checked is finished first.
    @Override
    public void close() {
        changes.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
