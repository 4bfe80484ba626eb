package io.plimsoll.monitor.guard.price;

import io.plimsoll.model.guard.Sources;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A price that enough sources agree on: the median of theirs.
///
/// @param price above 0, exact
/// @param group the sources that agree
/// @param unanimous whether no source says anything else
record Agreement(BigDecimal price, Set<String> group, boolean unanimous) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /// All of them, if the highest is no farther above the lowest than allowed; else those that are near the median,
    /// if they are at least two, more than half of all, and near each other.
    ///
    /// @param prices by source
    /// @param faulty how many more sources say something that is no price
    static Optional<Agreement> of(Map<String, BigDecimal> prices, int faulty, Sources limits) {
        if (prices.isEmpty() || prices.size() < limits.least()) {
            return Optional.empty();
        }
        BigDecimal median = median(prices.values());
        if (faulty == 0 && areNear(prices.values(), limits.disagreement())) {
            return Optional.of(new Agreement(median, Set.copyOf(prices.keySet()), true));
        }
        Map<String, BigDecimal> near = prices.entrySet().stream()
                .filter(entry -> areNear(List.of(entry.getValue(), median), limits.disagreement()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean isMajority = near.size() >= Math.max(2, limits.least()) && 2 * near.size() > prices.size() + faulty;
        return isMajority && areNear(near.values(), limits.disagreement())
                ? Optional.of(new Agreement(median(near.values()), Set.copyOf(near.keySet()), false))
                : Optional.empty();
    }

    /// Whether the highest lies no farther above the lowest than a share of the lowest.
    static boolean areNear(Collection<BigDecimal> prices, BigDecimal share) {
        BigDecimal low = prices.stream().reduce(BigDecimal::min).orElseThrow();
        BigDecimal high = prices.stream().reduce(BigDecimal::max).orElseThrow();
        return high.subtract(low).compareTo(low.multiply(share)) <= 0;
    }

    private static BigDecimal median(Collection<BigDecimal> prices) {
        List<BigDecimal> sorted = prices.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).multiply(HALF);
    }
}
