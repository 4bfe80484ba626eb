package io.plimsoll.monitor.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.monitor.zone.Lines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Lines beside the exact metrics, on accounts of all kinds and at marks near and far.
final class AccountLinesTest {

    private static final int CASES = Integer.getInteger("plimsoll.cases", 700);
    private static final int MOVES = 6;

    private final AtomicInteger safe = new AtomicInteger();
    private final AtomicInteger reached = new AtomicInteger();
    private final AtomicInteger ranged = new AtomicInteger();

    @Test
    void nothingHappensWhileAllLinesArePositiveAndSomethingDoesWhenOneIsReached() {
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot =
                    (random.nextInt(3) == 0 ? RandomSnapshots.any(random) : RandomBooks.any(random)).snapshot();
            AccountRisk risk = AccountRisk.of(snapshot);
            for (Watched watched : RandomThresholds.all(random, risk)) {
                hold(random, snapshot, risk, watched);
            }
        });
        assertThat(safe).as("cases with positive lines").hasValueGreaterThan(CASES * 20);
        assertThat(ranged).as("cases within proven ranges").hasValueGreaterThan(CASES);
        assertThat(reached).as("cases in which a line is reached").hasValueGreaterThan(CASES * 2);
    }

    private void hold(SplittableRandom random, Snapshot snapshot, AccountRisk risk, Watched watched) {
        AccountLines chosen = AccountLines.of(snapshot, risk, List.of(watched));
        hold(random, snapshot, watched, chosen, false);
        for (Span span : Span.values()) {
            AccountLines lines = AccountLines.of(snapshot, risk, List.of(watched), chosen.marks(), span);
            hold(random, snapshot, watched, lines, span == Span.PRESENT);
        }
    }

    /// @param isExact whether the lines are those of the metric, and not of bounds
    private void hold(
            SplittableRandom random, Snapshot snapshot, Watched watched, AccountLines lines, boolean isExact) {
        Lines numbered = lines.numbered(lines.marks()::indexOf);
        for (int move = 0; move < MOVES; move++) {
            Snapshot moved = moved(random, snapshot);
            if (isInRange(lines, numbered, moved)) {
                Ratio lowest = lowest(lines, moved);
                Optional<Ratio> reading = AccountRisk.of(moved)
                        .reading(
                                watched.threshold().metric(),
                                watched.threshold().scope());
                if (lowest.signum() > 0) {
                    (lines.isLinear() ? safe : ranged).incrementAndGet();
                    assertThat(hasChanged(watched, reading))
                            .as("%s reads %s at %s", watched, reading, moved.marks())
                            .isFalse();
                } else if (lowest.signum() < 0 && isExact && lines.isLinear() && isTold(watched)) {
                    reached.incrementAndGet();
                    assertThat(hasChanged(watched, reading))
                            .as("%s reads %s at %s, and lines are %s", watched, reading, moved.marks(), lowest)
                            .isTrue();
                }
            }
        }
    }

    /// Drift has a line for net worth as well, below which it is not defined. A breach that is open is bounded
    /// by the present tier at any mark, however far.
    private static boolean isTold(Watched watched) {
        return watched.threshold().metric() != Metric.DRIFT && !watched.isOpen();
    }

    private static boolean hasChanged(Watched watched, Optional<Ratio> reading) {
        Threshold threshold = watched.threshold();
        return reading.isPresent()
                && (watched.isOpen() ? threshold.isClearedBy(reading.get()) : threshold.isCrossedBy(reading.get()));
    }

    private static Snapshot moved(SplittableRandom random, Snapshot snapshot) {
        double most = random.nextBoolean() ? 0.01 : 0.3;
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : snapshot.marks()) {
            BigDecimal factor = BigDecimal.valueOf(1 + most * (2 * random.nextDouble() - 1));
            BigDecimal price = mark.price().multiply(factor).setScale(12, RoundingMode.HALF_EVEN);
            boolean isMoved = random.nextInt(3) > 0 && price.signum() > 0 && price.precision() - price.scale() <= 20;
            marks.add(new Mark(mark.id(), isMoved ? price : mark.price(), mark.time(), mark.source()));
        }
        return snapshot.withMarks(marks);
    }

    private static boolean isInRange(AccountLines lines, Lines numbered, Snapshot moved) {
        int i = 0;
        for (String mark : lines.marks()) {
            BigDecimal price = moved.mark(mark).price();
            boolean isAbove = numbered.from()[i] < 0 || price.compareTo(new BigDecimal(numbered.from()[i])) > 0;
            boolean isBelow = numbered.to()[i] == Double.POSITIVE_INFINITY
                    || price.compareTo(new BigDecimal(numbered.to()[i])) < 0;
            if (!isAbove || !isBelow) {
                return false;
            }
            i++;
        }
        return true;
    }

    private static Ratio lowest(AccountLines lines, Snapshot moved) {
        Ratio lowest = Ratio.of(BigDecimal.ONE);
        for (Linear line : lines.exact()) {
            Ratio value = line.constant();
            for (int i = 0; i < lines.marks().size(); i++) {
                value = value.plus(
                        line.slope(i).times(moved.mark(lines.marks().get(i)).price()));
            }
            lowest = lowest.min(value);
        }
        return lowest;
    }
}
