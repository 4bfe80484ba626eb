package io.plimsoll.service.live;

import io.plimsoll.monitor.guard.GuardState;
import io.plimsoll.monitor.guard.Guards;
import java.time.Instant;
import java.util.List;

/// How the guards stand.
///
/// @param at the moment
/// @param ruleSet digest of the version whose limits hold
/// @param doubts instruments and assets whose price is not relied on
/// @param releases of which marks are relied on all the same
/// @param trips paths that the breaker has stopped
record GuardsDocument(
        Instant at,
        String ruleSet,
        List<DoubtDocument> doubts,
        List<ReleaseDocument> releases,
        List<TripDocument> trips) {

    /// Why a price is not relied on.
    ///
    /// @param instrument or asset
    /// @param code stable
    /// @param text a clause with the numbers
    record DoubtDocument(String instrument, String code, String text) {}

    /// That a person has marks relied on.
    ///
    /// @param instrument or asset
    /// @param person who
    /// @param reason why
    /// @param from from when on
    /// @param until up to when
    record ReleaseDocument(String instrument, String person, String reason, Instant from, Instant until) {}

    /// That the breaker has stopped a rule from trading an instrument.
    ///
    /// @param rule by its name
    /// @param instrument that it trades no more
    /// @param trades how many tripped it
    /// @param at when
    record TripDocument(String rule, String instrument, int trades, Instant at) {}

    static GuardsDocument of(String ruleSet, Guards guards, Instant now) {
        GuardState state = guards.state();
        return new GuardsDocument(
                now,
                ruleSet,
                guards.doubts(now).entrySet().stream()
                        .map(each -> new DoubtDocument(
                                each.getKey(),
                                each.getValue().code(),
                                each.getValue().clause()))
                        .toList(),
                state.releases().stream()
                        .filter(release -> now.isBefore(release.until()))
                        .map(release -> new ReleaseDocument(
                                release.instrument(),
                                release.person(),
                                release.reason(),
                                release.from(),
                                release.until()))
                        .toList(),
                state.trips().stream()
                        .map(trip -> new TripDocument(
                                trip.path().rule(), trip.path().instrument(), trip.trades(), trip.at()))
                        .toList());
    }
}
