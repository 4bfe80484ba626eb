package io.plimsoll.monitor.live;

import java.util.Optional;

/// Whoever holds the accounts.
@FunctionalInterface
public interface BookFacts {

    /// An account as it is now; empty if there is none.
    Optional<BookAccount> find(String account);
}
