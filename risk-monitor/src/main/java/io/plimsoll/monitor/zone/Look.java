package io.plimsoll.monitor.zone;

/// Whoever knows the accounts, and can tell exactly.
@FunctionalInterface
public interface Look {

    /// Looks at an account that is not proven safe at the marks that hold now: it may have crossed a line, or
    /// its lines are not true of it any more. Must not change the zones.
    ///
    /// @param account as [SafeZones#watch] numbered it
    /// @return its lines from now on, at the marks that hold now
    Lines look(int account);
}
