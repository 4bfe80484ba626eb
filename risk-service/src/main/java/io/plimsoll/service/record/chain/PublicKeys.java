package io.plimsoll.service.record.chain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The keys that somebody trusts. Immutable.
public final class PublicKeys {

    /// No keys: nothing verifies.
    public static final PublicKeys NONE = new PublicKeys(Set.of());

    private final Map<String, PublicCheckpointKey> keys = new TreeMap<>();

    /// @param keys in any order
    public PublicKeys(Collection<PublicCheckpointKey> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
    }

    /// Whether there are none.
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /// The key of an id, if it is among them.
    public Optional<PublicCheckpointKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /// Whether the checkpoint was signed by one of them.
    public boolean verifies(SignedCheckpoint signed) {
        return find(signed.checkpoint().key()).map(key -> key.verifies(signed)).orElse(false);
    }
}
