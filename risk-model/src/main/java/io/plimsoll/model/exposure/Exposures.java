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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Searches the thresholds of one account in all directions.
final class Exposures {

    private static final Comparator<Found> NEAREST_FIRST =
            Comparator.comparing((Found found) -> found.exposure.shock().abs()).thenComparing(Found.IN_ORDER);

    // Beyond that, as many searches as marks, and as many places as margin tiers, would take seconds.
    private static final int MOST_DIRECTIONS = 200;

    private final Snapshot snapshot;
    private final AccountRisk risk;
    private final List<Threshold> thresholds;
    private final MovedPart part;
    private final RangedAccount ranged;
    private final List<ShockDirection> directions;
    private final boolean isLarge;

    Exposures(Snapshot snapshot, AccountRisk risk, List<Threshold> thresholds) {
        this.snapshot = snapshot;
        this.risk = risk;
        this.thresholds = thresholds;
        this.part = new MovedPart(snapshot);
        this.ranged = new RangedAccount(snapshot, risk, thresholds);
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
        List<Watched> open = open();
        for (int d = 0; d <= joint; d++) {
            for (Search search : searches(d, open)) {
                search(search, ShockDirection.LARGEST, all::add);
            }
        }
        return all.stream().sorted(Found.IN_ORDER).map(Found::exposure).toList();
    }

    Optional<ThresholdExposure> nearest() {
        List<Search> searches = new ArrayList<>();
        List<Watched> open = open();
        // The joint direction first: it leads to most thresholds soonest.
        for (int d = directions.size() - 1; d >= 0; d--) {
            searches.addAll(searches(d, open));
        }
        BigDecimal bound = ShockDirection.LARGEST;
        for (Search search : searches) {
            bound = search.crossing.near(bound);
        }
        Best best = new Best(bound);
        for (Search search : searches) {
            search(search, best.bound(), best);
        }
        return Optional.ofNullable(best.found).map(Found::exposure);
    }

    /// One threshold on one side of a direction.
    private record Search(
            int threshold, int direction, int sign, Supplier<ShockedAccount> account, Crossing crossing) {}

    private List<Search> searches(int place, List<Watched> open) {
        ShockDirection direction = directions.get(place);
        Views views = new Views(snapshot, risk, part, direction);
        RangedShocks shocks = new RangedShocks(ranged, direction);
        List<Search> searches = new ArrayList<>();
        for (int sign = -1; sign <= 1; sign += 2) {
            for (Watched watched : open) {
                if (!shocks.moved(watched).isEmpty()) {
                    Supplier<ShockedAccount> account =
                            () -> views.of(watched.threshold().scope());
                    BigDecimal farthest = views.farthest(sign);
                    Crossing crossing = new Crossing(watched, shocks, direction, account, sign, farthest);
                    searches.add(new Search(watched.place(), place, sign, account, crossing));
                }
            }
        }
        return searches;
    }

    private void search(Search search, BigDecimal bound, Consumer<Found> found) {
        ShockDirection direction = directions.get(search.direction);
        Threshold threshold = thresholds.get(search.threshold);
        search.crossing
                .within(bound)
                .map(BigDecimal.valueOf(search.sign)::multiply)
                .map(shock -> new ThresholdExposure(
                        threshold,
                        direction,
                        shock,
                        marks(direction, shock),
                        exposed(search.account.get().at(shock), threshold)))
                .ifPresent(exposure -> found.accept(new Found(search.threshold, search.direction, exposure)));
    }

    private List<Watched> open() {
        List<Watched> open = new ArrayList<>();
        for (int i = 0; i < thresholds.size(); i++) {
            Threshold threshold = thresholds.get(i);
            boolean isSkipped = isLarge && threshold.metric() == Metric.FREE_COLLATERAL;
            Optional<Ratio> now = risk.reading(threshold.metric(), threshold.scope());
            if (!isSkipped && now.isPresent() && !threshold.isCrossedBy(now.get())) {
                open.add(Watched.of(i, threshold, ranged));
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

        private final BigDecimal start;
        private @Nullable Found found;

        Best(BigDecimal start) {
            this.start = start;
        }

        BigDecimal bound() {
            return found == null ? start : found.exposure.shock().abs();
        }

        @Override
        public void accept(Found other) {
            if (found == null || NEAREST_FIRST.compare(other, found) < 0) {
                found = other;
            }
        }
    }
}
