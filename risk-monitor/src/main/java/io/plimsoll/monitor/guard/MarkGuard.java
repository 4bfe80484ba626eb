package io.plimsoll.monitor.guard;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.guard.price.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Withholds what depends on a mark that is not relied on, unless a person has released it.
final class MarkGuard implements Guard {

    private final Feeds feeds;
    private final Map<String, Release> releases = new TreeMap<>();

    MarkGuard(Feeds feeds, List<Release> released) {
        this.feeds = feeds;
        released.forEach(release -> releases.put(release.instrument(), release));
    }

    @Override
    public String name() {
        return "marks";
    }

    @Override
    public List<Hold> holds(Proposal proposal, Instant now) {
        List<Hold> holds = new ArrayList<>();
        for (Mark mark : proposal.marks()) {
            if (!isReleased(mark.id(), now)) {
                feeds.doubt(mark, now).ifPresent(doubt -> holds.add(hold(proposal, mark.id(), doubt)));
            }
        }
        for (Closing closing : proposal.closings()) {
            if (!isMarked(proposal, closing.instrument())) {
                holds.add(hold(proposal, closing.instrument(), missing(closing.instrument())));
            }
        }
        return holds;
    }

    boolean isReleased(String instrument, Instant now) {
        return Optional.ofNullable(releases.get(instrument))
                .filter(release -> release.holdsAt(now))
                .isPresent();
    }

    GuardEvent release(String instrument, Signature by, Instant now, Instant until, GuardSettings settings) {
        Duration most = settings.marks(instrument).release();
        Duration length = Duration.between(now, until);
        if (length.isNegative() || length.isZero() || length.compareTo(most) > 0) {
            throw new InvalidFactException(
                    "until",
                    "(%s) must be after now (%s), by at most %s. Maybe release it again when that is over."
                            .formatted(until, now, most));
        }
        Subject subject = Subject.instrument(instrument);
        releases.put(instrument, new Release(instrument, by.person(), by.reason(), now, until));
        return new GuardEvent(
                GuardEvent.Type.RELEASED, subject, now, by.person(), "%s (until %s)".formatted(by.reason(), until));
    }

    GuardEvent withdraw(String instrument, Signature by, Instant now) {
        if (releases.remove(instrument) == null) {
            throw new InvalidFactException(
                    "instrument", "(%s) is not released. Maybe another one was meant.".formatted(instrument));
        }
        return new GuardEvent(
                GuardEvent.Type.RELEASE_WITHDRAWN, Subject.instrument(instrument), now, by.person(), by.reason());
    }

    List<Release> releases() {
        return List.copyOf(releases.values());
    }

    /// The account's currency has no mark; whatever else is traded must have one that can be judged.
    private static boolean isMarked(Proposal proposal, String instrument) {
        return instrument.equals(proposal.currency())
                || proposal.marks().stream().anyMatch(mark -> mark.id().equals(instrument));
    }

    private static Doubt missing(String instrument) {
        return Doubt.of("mark-missing", "it trades %s without a mark of it".formatted(instrument), Map.of());
    }

    private Hold hold(Proposal proposal, String instrument, Doubt doubt) {
        return Hold.judged(proposal, name(), Subject.instrument(instrument), doubt);
    }
}
