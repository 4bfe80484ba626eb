package io.plimsoll.service.book.market;

import java.util.List;

/// What became of readings that were sent.
///
/// @param taken how many are what is held now
/// @param notTaken those that are not, in the order in which they were sent
record Taking<R>(int taken, List<NotTaken<R>> notTaken) {

    /// A reading that was not taken.
    ///
    /// @param sent the reading
    /// @param held the one of the same key that is not older
    record NotTaken<R>(R sent, R held) {}
}
