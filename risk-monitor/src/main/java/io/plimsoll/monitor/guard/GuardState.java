package io.plimsoll.monitor.guard;

import java.util.List;

/// What guards must not forget over a restart. Immutable. Marks are not in it, as an engine starts disarmed,
/// nor is the kill switch, which must not wait for whoever keeps this.
///
/// @param reservations those that still count, oldest first
/// @param trips paths that the breaker has stopped
/// @param rearmed paths that a person has re-armed while their trades still count
/// @param releases of marks
public record GuardState(
        List<Reservation> reservations, List<Trip> trips, List<Rearmed> rearmed, List<Release> releases) {

    /// Of an engine that has never run.
    public static final GuardState NEW = new GuardState(List.of(), List.of(), List.of(), List.of());

    /// Keeps the lists as they are given.
    public GuardState {
        reservations = List.copyOf(reservations);
        trips = List.copyOf(trips);
        rearmed = List.copyOf(rearmed);
        releases = List.copyOf(releases);
    }
}
