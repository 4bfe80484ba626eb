package io.plimsoll.monitor.guard;

import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.market.Mark;
import io.plimsoll.monitor.guard.price.Doubt;
import io.plimsoll.monitor.guard.price.Feed;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The feeds of all marks.
final class Feeds {

    private GuardSettings settings;
    private final Map<String, Feed> feeds = new HashMap<>();
    private final Map<String, String> doubted = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private Instant disarmedAt;
    private boolean areArmed;

    Feeds(GuardSettings settings, Instant start) {
        this.settings = settings;
        disarmedAt = start;
    }

    /// Lets a feed take something. If that fails, the feed is not relied on until a person arms.
    List<GuardEvent> take(String id, Instant receivedAt, Consumer<Feed> taking) {
        Feed feed = feeds.computeIfAbsent(id, this::feed);
        try {
            taking.accept(feed);
            return changed(id, feed.doubt(receivedAt), receivedAt);
        } catch (RuntimeException e) {
            failed.add(id);
            return List.of(GuardEvent.automatic(
                    GuardEvent.Type.FAILED, Subject.instrument(id), receivedAt, "A mark could not be taken: " + e));
        }
    }

    @Nullable
    Feed find(String id) {
        return feeds.get(id);
    }

    /// Why a mark that somebody was valued at is not relied on.
    Optional<Doubt> doubt(Mark mark, Instant now) {
        if (failed.contains(mark.id())) {
            return Optional.of(Doubt.of(
                    "guard-failed",
                    "a mark of %s could not be taken; a person has to arm again".formatted(mark.id()),
                    Map.of()));
        }
        Feed feed = feeds.get(mark.id());
        if (feed == null) {
            return Optional.of(
                    Doubt.of("mark-unknown", "no mark of %s was ever seen in its feed".formatted(mark.id()), Map.of()));
        }
        return feed.doubt(mark, now);
    }

    /// Why the prices of feeds are not relied on at a moment, by identifier.
    Map<String, Doubt> doubts(Instant now) {
        Map<String, Doubt> doubts = new HashMap<>();
        feeds.forEach((id, feed) -> feed.doubt(now).ifPresent(doubt -> doubts.put(id, doubt)));
        return doubts;
    }

    void disarm(Instant now) {
        areArmed = false;
        disarmedAt = now;
        feeds.values().forEach(feed -> feed.disarm(now));
    }

    /// Arms all, those to come included.
    void arm() {
        areArmed = true;
        failed.clear();
        feeds.values().forEach(Feed::arm);
    }

    /// Goes on under other limits, disarmed. What was relied on last is not forgotten.
    void change(GuardSettings next, Instant now) {
        settings = next;
        areArmed = false;
        disarmedAt = now;
        feeds.replaceAll((id, feed) -> feed.under(next.marks(id), next.arming(), now));
    }

    private Feed feed(String id) {
        Feed feed = new Feed(id, settings.marks(id), settings.arming(), disarmedAt);
        if (areArmed) {
            feed.arm();
        }
        return feed;
    }

    private List<GuardEvent> changed(String id, Optional<Doubt> doubt, Instant now) {
        String code = doubt.map(Doubt::code).orElse(null);
        String before = code == null ? doubted.remove(id) : doubted.put(id, code);
        if (code == null) {
            return before == null
                    ? List.of()
                    : List.of(GuardEvent.automatic(
                            GuardEvent.Type.PRICE_RELIED_ON,
                            Subject.instrument(id),
                            now,
                            "Sources agree, and the price has settled."));
        }
        return code.equals(before)
                ? List.of()
                : List.of(GuardEvent.automatic(
                        GuardEvent.Type.PRICE_DOUBTED,
                        Subject.instrument(id),
                        now,
                        code + ": " + doubt.orElseThrow().clause()));
    }
}
