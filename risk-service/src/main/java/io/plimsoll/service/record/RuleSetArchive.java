package io.plimsoll.service.record;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.rulesets.StoredRuleSets;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Decides again by versions that have decided before. Keeps the last few compiled; one replay at a time.
@Singleton
final class RuleSetArchive {

    private static final int KEPT = 4;

    private final Store store;
    private final SequencedMap<String, RuleSetVersion> versions = new LinkedHashMap<>(KEPT, 0.75f, true);

    RuleSetArchive(Store store) {
        this.store = store;
    }

    /// What a version says about a snapshot.
    ///
    /// @param digest names the version
    /// @throws IllegalStateException if its files are not kept, or not what the digest names
    synchronized Decision evaluate(String digest, Snapshot snapshot) {
        RuleSetVersion version = versions.get(digest);
        if (version == null) {
            version = RuleSetCheck.check(store.read(sql -> StoredRuleSets.find(sql, digest))
                    .orElseThrow(() -> new IllegalStateException("The files of %s are not kept.".formatted(digest))));
            versions.put(digest, version);
            if (versions.size() > KEPT) {
                var eldest = versions.pollFirstEntry();
                if (eldest != null) {
                    eldest.getValue().close();
                }
            }
        }
        return version.evaluate(snapshot);
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        versions.values().forEach(RuleSetVersion::close);
        versions.clear();
    }
}
