package io.plimsoll.rules.live;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import java.util.concurrent.atomic.AtomicReference;

/// The version that answers now.
///
/// Whoever evaluates takes a [Lease] once for each request or batch, and so never sees two versions. A version that
/// was replaced is closed when its last lease is given back.
public final class LiveRuleSet implements AutoCloseable {

    private final AtomicReference<VersionInUse> current;

    /// Starts with a version.
    public LiveRuleSet(RuleSetVersion first) {
        this.current = new AtomicReference<>(new VersionInUse(first));
    }

    /// The live version, to be used until the lease is closed.
    ///
    /// @throws IllegalStateException if this was closed
    public Lease lease() {
        while (true) {
            VersionInUse inUse = current.get();
            if (inUse.acquire()) {
                return new Lease(inUse);
            }
            // It was replaced and closed between the two lines above: the next look finds its successor.
            if (inUse.equals(current.get())) {
                throw new IllegalStateException("The live rule set was closed.");
            }
        }
    }

    /// Content digest of the live version.
    public String digest() {
        return current.get().version().digest();
    }

    /// Makes a version live, at once and for every lease taken from now on.
    ///
    /// @throws IllegalArgumentException if it is live already: it would be closed as its own predecessor
    public void publish(RuleSetVersion next) {
        if (next.equals(current.get().version())) {
            throw new IllegalArgumentException("The version %s is live already.".formatted(next.digest()));
        }
        current.getAndSet(new VersionInUse(next)).release();
    }

    /// Makes a version live again that a lease has kept open, at once; nothing is compiled.
    ///
    /// @param kept open, and open still when this returns
    /// @throws IllegalArgumentException if it is live already
    /// @throws IllegalStateException if the lease was closed
    public void publish(Lease kept) {
        VersionInUse again = kept.inUse;
        if (again.equals(current.get())) {
            throw new IllegalArgumentException(
                    "The version %s is live already.".formatted(again.version().digest()));
        }
        if (!kept.open || !again.acquire()) {
            throw new IllegalStateException("The lease was closed.");
        }
        current.getAndSet(again).release();
    }

    /// Closes the live version after its last lease.
    @Override
    public void close() {
        current.get().release();
    }

    /// A version held by one user.
    public static final class Lease implements AutoCloseable {

        private final VersionInUse inUse;
        private boolean open = true;

        private Lease(VersionInUse inUse) {
            this.inUse = inUse;
        }

        /// The version.
        public RuleSetVersion version() {
            return inUse.version();
        }

        /// Gives the version back; a second call does nothing. Not for use by several threads at once.
        @Override
        public void close() {
            if (open) {
                open = false;
                inUse.release();
            }
        }
    }
}
