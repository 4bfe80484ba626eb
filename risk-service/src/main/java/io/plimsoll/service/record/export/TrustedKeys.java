package io.plimsoll.service.record.export;

import io.plimsoll.service.record.chain.PublicCheckpointKey;
import io.plimsoll.service.record.chain.PublicKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The keys by which checkpoints are verified: those that were given; only if none was, those that the export
/// shows.
final class TrustedKeys {

    private final PublicKeys given;
    private final Map<String, PublicCheckpointKey> shown = new HashMap<>();

    TrustedKeys(PublicKeys given) {
        this.given = given;
    }

    /// Takes a key of the export.
    ///
    /// @return whether it was not there yet
    boolean show(PublicCheckpointKey key) {
        return shown.put(key.id(), key) == null;
    }

    /// Whether nobody vouches for the keys but the export.
    boolean areOfExport() {
        return given.isEmpty();
    }

    Optional<PublicCheckpointKey> find(String id) {
        return given.isEmpty() ? Optional.ofNullable(shown.get(id)) : given.find(id);
    }
}
