package io.plimsoll.monitor.guard;

import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.guard.price.Doubt;
import io.plimsoll.monitor.guard.price.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Withholds what depends on marks that have not been relied on for long enough since a start, a change of
/// settings or a gap in their feed; and everything that trades if the clock has run backwards, as old marks
/// look young then.
final class ArmingGuard implements Guard {

    private final Feeds feeds;
    private final MarkGuard marks;
    private Instant latest;
    private Duration tolerance;

    ArmingGuard(Feeds feeds, MarkGuard marks, Instant start, Duration tolerance) {
        this.feeds = feeds;
        this.marks = marks;
        this.tolerance = tolerance;
        latest = start;
    }

    @Override
    public String name() {
        return "arming";
    }

    /// Takes note of what the clock shows.
    void see(Instant now) {
        latest = now.isAfter(latest) ? now : latest;
    }

    /// Takes the clock as right again, by a person's word.
    void trust(Instant now) {
        latest = now;
    }

    void tolerance(Duration other) {
        tolerance = other;
    }

    @Override
    public List<Hold> holds(Proposal proposal, Instant now) {
        List<Hold> holds = new ArrayList<>();
        if (now.isBefore(latest.minus(tolerance))) {
            holds.add(Hold.judged(proposal, name(), Subject.all(), clockRanBack(now)));
        }
        for (Mark mark : proposal.marks()) {
            Feed feed = feeds.find(mark.id());
            if ((feed == null || !feed.isArmed()) && !marks.isReleased(mark.id(), now)) {
                holds.add(Hold.judged(proposal, name(), Subject.instrument(mark.id()), disarmed(mark.id())));
            }
        }
        return holds;
    }

    private Doubt clockRanBack(Instant now) {
        Duration by = Duration.between(now, latest);
        return Doubt.of(
                "clock-back",
                "the clock shows %s, %s before what it has shown already".formatted(now, Doubt.text(by)),
                Map.of("back", Doubt.seconds(by), "limit", Doubt.seconds(tolerance)));
    }

    private static Doubt disarmed(String instrument) {
        return Doubt.of(
                "disarmed",
                "%s is disarmed after a start, a change or a gap in its feed, until its marks have been relied on for a while"
                        .formatted(instrument),
                Map.of());
    }
}
