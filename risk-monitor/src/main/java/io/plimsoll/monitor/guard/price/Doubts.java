package io.plimsoll.monitor.guard.price;

import io.plimsoll.model.guard.MarkLimits;
import io.plimsoll.model.market.Mark;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The sentences of a feed's doubts, and the comparisons that need no history.
final class Doubts {

    private final String id;
    private final MarkLimits limits;

    Doubts(String id, MarkLimits limits) {
        this.id = id;
        this.limits = limits;
    }

    /// Whether what a source said last still counts, be it nonsense: by its own time and by when it was received,
    /// and neither of them ahead of the clock.
    boolean isFresh(Quote quote, Instant now) {
        Instant latest = now.plus(limits.freshness().future());
        Duration age = quote.fault() == null ? quote.age(now) : Duration.between(quote.receivedAt(), now);
        boolean isAhead = quote.receivedAt().isAfter(latest) || quote.time().isAfter(latest);
        return !isAhead && age.compareTo(limits.freshness().age()) <= 0;
    }

    Optional<Doubt> age(Mark mark, Instant now) {
        if (mark.time().isAfter(now.plus(limits.freshness().future()))) {
            return Optional.of(future(mark, now));
        }
        Duration age = Duration.between(mark.time(), now);
        return age.compareTo(limits.freshness().age()) > 0 ? Optional.of(stale(age)) : Optional.empty();
    }

    Optional<Doubt> apart(Mark mark, BigDecimal agreed) {
        BigDecimal limit = limits.sources().disagreement();
        if (Agreement.areNear(List.of(mark.price(), agreed), limit)) {
            return Optional.empty();
        }
        return Optional.of(Doubt.of(
                "mark-differs",
                "the mark of %s (%s, by %s) is more than %s away from the price that is relied on (%s)"
                        .formatted(
                                id,
                                mark.price().toPlainString(),
                                mark.source(),
                                Doubt.percent(limit),
                                agreed.toPlainString()),
                Map.of("mark", mark.price(), "price", agreed, "limit", limit)));
    }

    Doubt future(Mark mark, Instant now) {
        Duration ahead = Duration.between(now, mark.time());
        return Doubt.of(
                "mark-future",
                "the mark of %s by %s is dated %s ahead of the clock, the limit is %s"
                        .formatted(
                                id,
                                mark.source(),
                                Doubt.text(ahead),
                                Doubt.text(limits.freshness().future())),
                Map.of(
                        "ahead", Doubt.seconds(ahead),
                        "limit", Doubt.seconds(limits.freshness().future())));
    }

    Doubt refused(String source, String value) {
        return Doubt.of("mark-refused", "%s gave %s for %s, which is no price".formatted(source, value, id), Map.of());
    }

    Doubt unknown(Mark mark) {
        return Doubt.of(
                "mark-unknown",
                "the mark of %s by %s, made at %s, was never seen in its feed"
                        .formatted(id, mark.source(), mark.time()),
                Map.of());
    }

    Doubt outvoted(Map<String, Quote> sources, Agreement agreed, Instant now) {
        String others = fresh(sources.entrySet(), now).stream()
                .map(Map.Entry::getKey)
                .filter(source -> !agreed.group().contains(source))
                .sorted()
                .collect(Collectors.joining(", "));
        return Doubt.of(
                "source-outvoted",
                "%d sources of %s agree on %s, but not with %s, and have not settled yet"
                        .formatted(agreed.group().size(), id, agreed.price().toPlainString(), others),
                Map.of("agreeing", BigDecimal.valueOf(agreed.group().size()), "price", agreed.price()));
    }

    /// Why there is no price that sources agree on: because one talks nonsense, or is old, or there are too few of
    /// them, or they lie too far apart.
    Doubt noAgreement(Map<String, Quote> sources, Instant now) {
        List<Quote> fresh =
                fresh(sources.entrySet(), now).stream().map(Map.Entry::getValue).toList();
        Optional<Doubt> fault =
                fresh.stream().map(Quote::fault).filter(Objects::nonNull).findFirst();
        if (fault.isPresent()) {
            return fault.get();
        }
        if (fresh.isEmpty()) {
            return stale(sources.values().stream()
                    .map(quote -> quote.age(now))
                    .min(Comparator.naturalOrder())
                    .orElse(Duration.ZERO));
        }
        return fresh.size() < limits.sources().least() ? few(fresh.size()) : disagreeing(fresh);
    }

    private List<Map.Entry<String, Quote>> fresh(Collection<Map.Entry<String, Quote>> sources, Instant now) {
        return sources.stream().filter(entry -> isFresh(entry.getValue(), now)).toList();
    }

    private Doubt stale(Duration age) {
        return Doubt.of(
                "mark-stale",
                "the mark of %s is %s old, the limit is %s"
                        .formatted(
                                id,
                                Doubt.text(age),
                                Doubt.text(limits.freshness().age())),
                Map.of(
                        "age", Doubt.seconds(age),
                        "limit", Doubt.seconds(limits.freshness().age())));
    }

    private Doubt few(int fresh) {
        return Doubt.of(
                "sources-few",
                "%s has marks of %d source(s) that are fresh, the least is %d"
                        .formatted(id, fresh, limits.sources().least()),
                Map.of(
                        "fresh", BigDecimal.valueOf(fresh),
                        "least", BigDecimal.valueOf(limits.sources().least())));
    }

    private Doubt disagreeing(List<Quote> fresh) {
        List<BigDecimal> prices = fresh.stream()
                .map(Quote::price)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        BigDecimal low = prices.getFirst();
        BigDecimal high = prices.getLast();
        return Doubt.of(
                "sources-disagree",
                "sources of %s disagree by %s (%s to %s), the limit is %s"
                        .formatted(
                                id,
                                Doubt.percent(high.subtract(low), low),
                                low.toPlainString(),
                                high.toPlainString(),
                                Doubt.percent(limits.sources().disagreement())),
                Map.of("low", low, "high", high, "limit", limits.sources().disagreement()));
    }
}
