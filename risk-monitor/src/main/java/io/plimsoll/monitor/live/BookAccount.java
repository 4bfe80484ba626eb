package io.plimsoll.monitor.live;

import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// An account with what it refers to, as it is until it is said to have changed.
public interface BookAccount {

    /// Grows whenever the account's own facts change.
    long revision();

    /// The account at some marks.
    ///
    /// @param asOf the moment that is decided about
    /// @param marks by identifier
    /// @throws UndecidableAccountException if something that it depends on is missing
    Snapshot at(Instant asOf, Function<String, Optional<Mark>> marks) throws UndecidableAccountException;
}
