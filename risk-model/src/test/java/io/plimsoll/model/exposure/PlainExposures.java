package io.plimsoll.model.exposure;

import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Searches the thresholds of one account in all directions, each by itself: a second opinion on [Exposures],
/// and what it is measured against.
final class PlainExposures {

    private static final Comparator<Found> NEAREST_FIRST =
            Comparator.comparing((Found found) -> found.exposure.shock().abs()).thenComparing(Found.IN_ORDER);

    // Beyond that, as many searches as marks, and as many places as margin tiers, would take seconds.
    private static final int MOST_DIRECTIONS = 200;

    private final Snapshot snapshot;
    private final AccountRisk risk;
    private final List<Threshold> thresholds;
    private final MovedPart part;
    private final List<ShockDirection> directions;
    private final boolean isLarge;

    PlainExposures(Snapshot snapshot, AccountRisk risk, List<Threshold> thresholds) {
        this.snapshot = snapshot;
        this.risk = risk;
        this.thresholds = thresholds;
        this.part = new MovedPart(snapshot);
        List<ShockDirection> all = ShockDirection.of(snapshot);
        this.isLarge = all.size() > MOST_DIRECTIONS;
        this.directions = isLarge ? List.of(all.getLast()) : all;
    }

    /// A result, and where it belongs.
    private record Found(int threshold, int direction, ThresholdExposure exposure) {

        private static final Comparator<Found> IN_ORDER = Comparator.comparingInt(Found::threshold)
                .thenComparingInt(Found::direction)
                .thenComparingInt(found -> found.exposure.shock().signum());
    }

    List<ThresholdExposure> all() {
        List<Found> all = new ArrayList<>();
        int joint = directions.size() - 1;
        for (int i = 0; i < thresholds.size(); i++) {
            if (isCrossed(thresholds.get(i))) {
                all.add(new Found(i, joint, crossed(thresholds.get(i))));
            }
        }
        List<Integer> open = open();
        for (int d = 0; d <= joint; d++) {
            search(d, open, null, all::add);
        }
        return all.stream().sorted(Found.IN_ORDER).map(Found::exposure).toList();
    }

    Optional<ThresholdExposure> nearest() {
        Best best = new Best();
        Map<Boolean, List<Integer>> byEffort = open().stream().collect(Collectors.partitioningBy(this::isLaborious));
        int joint = directions.size() - 1;
        // What is found bounds the search for the rest: the joint direction finds most, and what has to be looked
        // at in many places waits for the narrowest bound.
        for (boolean laborious : List.of(false, true)) {
            List<Integer> open = byEffort.getOrDefault(laborious, List.of());
            search(joint, open, best, best);
            for (int d = 0; d < joint && !open.isEmpty(); d++) {
                search(d, open, best, best);
            }
        }
        return Optional.ofNullable(best.found).map(Found::exposure);
    }

    private boolean isLaborious(int threshold) {
        return thresholds.get(threshold).metric() == Metric.FREE_COLLATERAL;
    }

    private List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < thresholds.size(); i++) {
            if (!isCrossed(thresholds.get(i)) && !(isLarge && isLaborious(i))) {
                open.add(i);
            }
        }
        return open;
    }

    private boolean isCrossed(Threshold threshold) {
        return risk.reading(threshold.metric(), threshold.scope())
                .filter(threshold::isCrossedBy)
                .isPresent();
    }

    private ThresholdExposure crossed(Threshold threshold) {
        return new ThresholdExposure(
                threshold, directions.getLast(), BigDecimal.ZERO, List.of(), exposed(risk, threshold));
    }

    private void search(int place, List<Integer> open, @Nullable Best best, Consumer<Found> found) {
        ShockDirection direction = directions.get(place);
        Views views = new Views(snapshot, risk, part, direction);
        for (int i : open) {
            Threshold threshold = thresholds.get(i);
            ShockedAccount account = views.of(threshold.scope());
            for (int sign = -1; sign <= 1; sign += 2) {
                BigDecimal bound = best == null ? ShockDirection.LARGEST : best.bound();
                BigDecimal side = BigDecimal.valueOf(sign);
                new PlainCrossing(threshold, account, sign, views.farthest(sign))
                        .within(bound)
                        .map(side::multiply)
                        .map(shock -> new ThresholdExposure(
                                threshold,
                                direction,
                                shock,
                                marks(direction, shock),
                                exposed(account.at(shock), threshold)))
                        .ifPresent(exposure -> found.accept(new Found(i, place, exposure)));
            }
        }
    }

    private List<Mark> marks(ShockDirection direction, BigDecimal shock) {
        return direction.betas().keySet().stream()
                .map(mark -> direction.shocked(snapshot.mark(mark), shock))
                .toList();
    }

    private static Ratio exposed(AccountRisk risk, Threshold threshold) {
        String id = threshold.scope().id();
        return switch (threshold.scope().type()) {
            case POSITION -> risk.position(id).notional();
            case ALLOCATION ->
                risk.allocations().stream()
                        .filter(allocation -> allocation.id().equals(id))
                        .map(AllocationRisk::value)
                        .map(Ratio::abs)
                        .findFirst()
                        .orElse(Ratio.ZERO);
            case ACCOUNT ->
                threshold.metric() == Metric.LTV || threshold.metric() == Metric.HEALTH_FACTOR
                        ? risk.lending().debt()
                        : risk.margin().exposure();
        };
    }

    /// The nearest so far.
    private static final class Best implements Consumer<Found> {

        private @Nullable Found found;

        BigDecimal bound() {
            return found == null
                    ? ShockDirection.LARGEST
                    : found.exposure.shock().abs();
        }

        @Override
        public void accept(Found other) {
            if (found == null || NEAREST_FIRST.compare(other, found) < 0) {
                found = other;
            }
        }
    }
}
