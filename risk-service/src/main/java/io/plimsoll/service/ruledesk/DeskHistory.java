package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.ruledesk.store.Activations;
import io.plimsoll.service.ruledesk.workflow.ActivationKind;
import io.plimsoll.service.rulesets.RuleSetHistory;
import io.plimsoll.service.rulesets.StoredRuleSets;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// Keeps what goes live without the desk: by the folder, or when the desk is used first.
///
/// What the folder puts live is live before it is kept, as ever; while the database can't be reached, it is
/// kept later, in order.
@Singleton
final class DeskHistory implements RuleSetHistory {

    private static final Logger LOG = Logger.getLogger(DeskHistory.class);
    private static final long PAUSE_MILLIS = 2_000;

    private final Store store;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rule-set-history").daemon().factory());
    private volatile boolean stopped;

    DeskHistory(Store store) {
        this.store = store;
    }

    @Override
    public Optional<RuleSetSource> ofDesk(Optional<String> name) {
        return store.read(sql -> name.map(each -> Activations.last(sql, each))
                .orElseGet(() -> Activations.last(sql))
                .filter(last -> last.kind() != ActivationKind.FOLDER)
                .map(last -> DeskTransaction.files(sql, last.digest())));
    }

    @Override
    public void begin(RuleSetVersion version) {
        keep(version.name(), version.source(), ActivationKind.SEED, Instant.now());
    }

    @Override
    public void saved(RuleSetVersion version) {
        String name = version.name();
        RuleSetSource files = version.source();
        Instant at = Instant.now();
        writer.execute(() -> keepInTheEnd(name, files, at));
    }

    private void keepInTheEnd(String name, RuleSetSource files, Instant at) {
        boolean kept = false;
        while (!kept && !stopped) {
            try {
                keep(name, files, ActivationKind.FOLDER, at);
                kept = true;
            } catch (RuntimeException e) {
                LOG.warnf("That %s went live could not be kept yet (%s).", files.digest(), e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(String name, RuleSetSource files, ActivationKind kind, Instant at) {
        store.<Void>write(sql -> {
            DeskTransaction step = DeskTransaction.begin(sql, name, Actor.SERVICE, at);
            boolean isLast = step.last()
                    .filter(last -> last.digest().equals(files.digest()))
                    .isPresent();
            if (!isLast || kind == ActivationKind.SEED) {
                StoredRuleSets.keep(sql, name, files);
                step.activate(kind, files.digest(), Optional.<String>empty(), Optional.empty());
            }
            return null;
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        writer.shutdownNow();
    }
}
