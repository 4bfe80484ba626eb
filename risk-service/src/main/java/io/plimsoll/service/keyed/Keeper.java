package io.plimsoll.service.keyed;

import org.jdbi.v3.core.Handle;

/// Keeps what a step results in, in the transaction of the step.
@FunctionalInterface
public interface Keeper {

    /// Keeps nothing.
    Keeper NONE = (transaction, result) -> {};

    /// Keeps a result.
    ///
    /// @param transaction of the step, which is undone if this throws
    void keep(Handle transaction, Object result);
}
