package io.plimsoll.monitor.guard.price;

import io.plimsoll.model.guard.MarkLimits;
import io.plimsoll.model.guard.Settling;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a price that is not relied on has come to be believed.
///
/// Two or more sources are believed when they have gone on agreeing, wherever the price went meanwhile: a crash does
/// not stop for anyone. A jump on the way, though, begins it anew: the next glitch is not believed because of the
/// move before it. One source alone is believed when its price has stayed where it is.
final class Settlement {

    private final MarkLimits limits;
    private final Map<String, Integer> marks = new HashMap<>();
    private @Nullable Instant agreeingSince;
    private @Nullable BigDecimal level;
    private @Nullable Instant levelSince;
    private int marksAtLevel;
    private @Nullable BigDecimal last;

    Settlement(MarkLimits limits) {
        this.limits = limits;
    }

    /// Takes note of a mark by which sources agree.
    void note(String source, Agreement agreement, Instant now) {
        BigDecimal price = agreement.price();
        BigDecimal before = last == null ? price : last;
        last = price;
        boolean hasJumped =
                !Agreement.areNear(List.of(before, price), limits.movement().velocity());
        if (agreement.group().size() < 2 || hasJumped) {
            agreeingSince = null;
            marks.clear();
        }
        if (agreement.group().size() >= 2 && agreeingSince == null) {
            agreeingSince = now;
        }
        if (agreement.group().contains(source)) {
            marks.merge(source, 1, Integer::sum);
        }
        if (level == null
                || !Agreement.areNear(List.of(level, price), limits.sources().disagreement())) {
            level = price;
            levelSince = now;
            marksAtLevel = 0;
        }
        marksAtLevel++;
    }

    /// Whether those who agree are believed.
    boolean isOver(Agreement agreement, Instant now) {
        Settling settling = limits.settling();
        if (agreement.group().size() < 2) {
            return marksAtLevel >= settling.marks() && hasLasted(levelSince, settling.alone(), now);
        }
        return agreement.group().stream().allMatch(source -> marks.getOrDefault(source, 0) >= settling.marks())
                && hasLasted(agreeingSince, settling.agreeing(), now);
    }

    private static boolean hasLasted(@Nullable Instant since, Duration least, Instant now) {
        return since != null && Duration.between(since, now).compareTo(least) >= 0;
    }
}
