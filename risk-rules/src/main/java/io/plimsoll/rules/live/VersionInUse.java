package io.plimsoll.rules.live;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import java.util.concurrent.atomic.AtomicInteger;

/// A version with the count of its users, the first of whom is whoever keeps it live. The last one closes it.
final class VersionInUse {

    private final RuleSetVersion version;
    private final AtomicInteger users = new AtomicInteger(1);

    VersionInUse(RuleSetVersion version) {
        this.version = version;
    }

    RuleSetVersion version() {
        return version;
    }

    /// Whether there is one user more; false if the version was closed already.
    boolean acquire() {
        return users.updateAndGet(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            version.close();
        }
    }
}
