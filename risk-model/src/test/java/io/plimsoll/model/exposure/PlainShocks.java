package io.plimsoll.model.exposure;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// A second opinion on shocks: the whole snapshot is written anew and evaluated as a whole.
final class PlainShocks {

    static final BigDecimal STEP = new BigDecimal("0.000000000000000001");

    private PlainShocks() {}

    static AccountRisk risk(Snapshot snapshot, Map<String, BigDecimal> betas, BigDecimal shock) {
        return AccountRisk.of(snapshot.withMarks(marks(snapshot, betas, shock)));
    }

    static boolean isCrossed(Snapshot snapshot, Threshold threshold, Map<String, BigDecimal> betas, BigDecimal shock) {
        return risk(snapshot, betas, shock)
                .reading(threshold.metric(), threshold.scope())
                .filter(threshold::isCrossedBy)
                .isPresent();
    }

    static List<Mark> marks(Snapshot snapshot, Map<String, BigDecimal> betas, BigDecimal shock) {
        return snapshot.marks().stream()
                .map(mark -> betas.containsKey(mark.id())
                        ? new Mark(
                                mark.id(),
                                shock.multiply(betas.get(mark.id()))
                                        .add(BigDecimal.ONE)
                                        .multiply(mark.price())
                                        .setScale(18, RoundingMode.DOWN),
                                mark.time(),
                                mark.source())
                        : mark)
                .toList();
    }

    /// The largest shock on a side at which every mark is above 0, up to 10; searched, not solved for.
    static BigDecimal farthest(Snapshot snapshot, Map<String, BigDecimal> betas, int sign) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.TEN;
        if (fits(snapshot, betas, high.multiply(BigDecimal.valueOf(sign)))) {
            return high;
        }
        while (high.subtract(low).compareTo(STEP) > 0) {
            BigDecimal middle = low.add(high).divide(BigDecimal.TWO, 18, RoundingMode.DOWN);
            boolean fits = fits(snapshot, betas, middle.multiply(BigDecimal.valueOf(sign)));
            low = fits ? middle : low;
            high = fits ? high : middle;
        }
        return low;
    }

    private static boolean fits(Snapshot snapshot, Map<String, BigDecimal> betas, BigDecimal shock) {
        try {
            marks(snapshot, betas, shock);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
