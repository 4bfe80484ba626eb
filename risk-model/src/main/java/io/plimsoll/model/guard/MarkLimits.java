package io.plimsoll.model.guard;

import java.math.BigDecimal;
import java.time.Duration;

/// When marks are relied on.
///
/// @param freshness how old they may be
/// @param movement how far the price may move before it has to settle
/// @param sources how many there must be, and how far apart
/// @param settling when a price that has moved too far is believed after all
/// @param release for how long a person may say that marks are to be relied on in spite of all this; 1 second to
///     1 day
public record MarkLimits(Freshness freshness, Movement movement, Sources sources, Settling settling, Duration release) {

    /// Sane for liquid instruments that several venues quote every few seconds.
    public static final MarkLimits STANDARD = new MarkLimits(
            new Freshness(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(60)),
            new Movement(new BigDecimal("0.15"), Duration.ofHours(1), new BigDecimal("0.05"), Duration.ofSeconds(60)),
            new Sources(1, new BigDecimal("0.02")),
            new Settling(Duration.ofSeconds(20), Duration.ofMinutes(5), 3, new BigDecimal("0.5")),
            Duration.ofMinutes(15));

    /// @throws io.plimsoll.model.fact.InvalidFactException if a limit is out of its bounds or contradicts another
    public MarkLimits {
        freshness = Checks.present("freshness", freshness);
        movement = Checks.present("movement", movement);
        sources = Checks.present("sources", sources);
        settling = Checks.present("settling", settling);
        release = Checks.duration("release", release, Duration.ofSeconds(1), Duration.ofDays(1));
        Checks.require(
                freshness.age().compareTo(movement.reference()) < 0,
                "freshness/age",
                "(%s) must be shorter than movement/reference (%s): a mark may not be older than what it is compared with."
                        + " Maybe the two were swapped.",
                freshness.age(),
                movement.reference());
        Checks.require(
                freshness.gap().compareTo(movement.reference()) < 0,
                "freshness/gap",
                "(%s) must be shorter than movement/reference (%s), of which nothing would be left after a gap."
                        + " Maybe make reference longer.",
                freshness.gap(),
                movement.reference());
        Checks.require(
                sources.disagreement().compareTo(movement.velocity()) < 0,
                "sources/disagreement",
                "(%s) must be below movement/velocity (%s): sources that agree may not be a jump apart."
                        + " Maybe the two were swapped.",
                sources.disagreement().toPlainString(),
                movement.velocity().toPlainString());
        Checks.require(
                settling.most().compareTo(movement.band()) > 0,
                "settling/most",
                "(%s) must be above movement/band (%s), or nothing of one source alone ever settles."
                        + " Maybe ask for two sources instead.",
                settling.most().toPlainString(),
                movement.band().toPlainString());
    }
}
