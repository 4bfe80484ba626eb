package io.plimsoll.monitor.guard.price;

import io.plimsoll.model.guard.Movement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far a price has moved from those that were relied on.
///
/// Two measures. The *band* is against a slow reference, the median of the last prices of the sixty slots of its
/// window, so that many small steps in one direction are seen as the one big step that they are. The *velocity*
/// limit is against the lowest and highest price of a short window.
final class Moves {

    private static final int REFERENCE_SLOTS = 60;
    private static final int VELOCITY_SLOTS = 12;

    private final String id;
    private final Movement limits;
    private final Trail slow;
    private final Trail fast;

    Moves(String id, Movement limits) {
        this.id = id;
        this.limits = limits;
        slow = new Trail(limits.reference(), REFERENCE_SLOTS);
        fast = new Trail(limits.velocityWindow(), VELOCITY_SLOTS);
    }

    void add(BigDecimal price, Instant now) {
        slow.add(price, now);
        fast.add(price, now);
    }

    /// Forgets what was, as the price that comes next is where the market is now.
    void restart() {
        slow.clear();
        fast.clear();
    }

    /// The price that was relied on last.
    Optional<BigDecimal> last() {
        return slow.last();
    }

    Optional<Doubt> doubt(BigDecimal price, Instant now) {
        if (slow.isEmpty()) {
            return Optional.empty();
        }
        Trail.Span span = fast.span(now);
        for (BigDecimal from : List.of(span.high(), span.low())) {
            if (isPast(price, from, limits.velocity())) {
                String how = "within " + Doubt.text(limits.velocityWindow());
                return Optional.of(moved("price-fast", price, from, limits.velocity(), how));
            }
        }
        BigDecimal reference = slow.reference(now);
        return isPast(price, reference, limits.band())
                ? Optional.of(moved("price-jump", price, reference, limits.band(), "from its reference"))
                : Optional.empty();
    }

    /// Whether the price is no farther from its slow reference than a share of it.
    boolean isWithin(BigDecimal price, BigDecimal share, Instant now) {
        return slow.isEmpty() || !isPast(price, slow.reference(now), share);
    }

    private static boolean isPast(BigDecimal price, BigDecimal base, BigDecimal share) {
        return price.subtract(base).abs().compareTo(base.multiply(share)) > 0;
    }

    private Doubt moved(String code, BigDecimal price, BigDecimal base, BigDecimal limit, String how) {
        BigDecimal by = price.subtract(base);
        return Doubt.of(
                code,
                "the price of %s has moved by %s %s (from %s to %s), the limit is %s, and it has not settled yet"
                        .formatted(
                                id,
                                Doubt.percent(by, base),
                                how,
                                base.toPlainString(),
                                price.toPlainString(),
                                Doubt.percent(limit)),
                Map.of("price", price, "base", base, "limit", limit));
    }
}
