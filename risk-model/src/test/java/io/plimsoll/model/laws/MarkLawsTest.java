package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What a single position loses is lost: evaluation is monotone in its mark.
class MarkLawsTest {

    /// The ratio of what shrinks as it loses (a linear long, an inverse short, spot) is not monotone where it
    /// is well covered: its requirement can fall faster than its equity. It is once it is in danger.
    @Test
    void theLossOfASinglePositionNeverImprovesIt() {
        RandomCases.forAll(Laws.CASES, random -> {
            Snapshot snapshot = Laws.anyOfOne(random).snapshot();
            if (snapshot.account().positions().isEmpty()) {
                return;
            }
            PositionRisk position = AccountRisk.of(snapshot).positions().getFirst();
            Scope scope = Laws.scopeBehind(snapshot, position.position());
            boolean shrinks =
                    position.position().isLong() != position.instrument().type().isInverse();
            Ratio before = Laws.read(snapshot, Metric.MARGIN_RATIO, scope);
            worse(random, snapshot, position).ifPresent(worse -> {
                assertThat(Laws.slack(worse, scope)).isLessThanOrEqualTo(Laws.slack(snapshot, scope));
                if (!shrinks || before.compareTo(BigDecimal.ONE) >= 0) {
                    assertThat(Laws.read(worse, Metric.MARGIN_RATIO, scope)).isGreaterThanOrEqualTo(before);
                }
            });
        });
    }

    private static Optional<Snapshot> worse(SplittableRandom random, Snapshot snapshot, PositionRisk position) {
        BigDecimal factor =
                BigDecimal.valueOf(position.position().isLong() ? random.nextInt(1, 100) : random.nextInt(101, 400), 2);
        BigDecimal mark = position.mark().price().multiply(factor);
        try {
            return Optional.of(RandomSnapshots.withMark(snapshot, position.id(), mark.setScale(18, RoundingMode.UP)));
        } catch (InvalidFactException e) {
            return Optional.empty();
        }
    }
}
