package io.plimsoll.monitor.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.book.Crossing.Move;
import io.plimsoll.monitor.line.RandomThresholds;
import io.plimsoll.monitor.line.Watched;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Beside evaluating every account at every mark.
final class BookMonitorTest {

    private static final int CASES = Integer.getInteger("plimsoll.cases", 120);
    private static final int TICKS = 60;

    private final AtomicInteger crossings = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger evaluations = new AtomicInteger();
    private final AtomicLong looks = new AtomicLong();

    @Test
    void tellsWhatEvaluatingEveryAccountAtEveryMarkWouldTell() {
        RandomCases.forAll(CASES, random -> new Run(random).run());
        assertThat(crossings).hasValueGreaterThan(CASES);
        assertThat(ends).hasValueGreaterThan(CASES / 2);
        assertThat(looks.get()).as("accounts looked at, of those evaluated").isLessThan(evaluations.get() / 2);
    }

    @Test
    void aCrossingThatNobodyCouldTakeIsToldAgain() {
        Snapshot snapshot = RandomSnapshots.any(new SplittableRandom(1), 1).snapshot();
        Scope scope = Scope.position(snapshot.account().positions().getFirst().instrument());
        Threshold crossed = new Threshold(
                ThresholdKind.WARNING, scope, Metric.NOTIONAL, Comparison.ABOVE, BigDecimal.ZERO, BigDecimal.ZERO);
        List<Crossing> told = new ArrayList<>();
        Accounts accounts = new Accounts() {
            @Override
            public Snapshot snapshot(int account) {
                return snapshot;
            }

            @Override
            public List<Threshold> thresholds(int account) {
                return List.of(crossed);
            }
        };
        BookMonitor monitor = new BookMonitor(accounts, crossing -> {
            told.add(crossing);
            if (told.size() == 1) {
                throw new IllegalStateException("not now");
            }
        });
        int account = monitor.add();
        assertThatThrownBy(() -> monitor.changed(account)).hasMessage("not now");
        monitor.changed(account);
        monitor.changed(account);
        assertThat(told).hasSize(2);
    }

    /// How far a breach is.
    private enum Stage {
        NONE,
        CROSSED,
        EASED;

        Stage next(Threshold threshold, Optional<Ratio> reading) {
            if (reading.filter(threshold::isCrossedBy).isPresent()) {
                return CROSSED;
            }
            return this == NONE || reading.filter(threshold::isClearedBy).isPresent() ? NONE : EASED;
        }

        Move moveTo(Stage next) {
            return switch (next) {
                case NONE -> Move.OVER;
                case CROSSED -> this == NONE ? Move.BEGUN : Move.RENEWED;
                case EASED -> Move.EASED;
            };
        }
    }

    /// One book. Its accounts share their marks by name, as far as they have the same names.
    private final class Run implements Accounts {

        private final SplittableRandom random;
        private final Map<String, Mark> marks = new TreeMap<>();
        private final Map<Integer, Snapshot> snapshots = new TreeMap<>();
        private final Map<Integer, List<Threshold>> thresholds = new HashMap<>();
        private final Map<Integer, List<Stage>> stages = new HashMap<>();
        private final List<String> told = new ArrayList<>();
        private final BookMonitor monitor = new BookMonitor(
                this,
                crossing ->
                        told.add(text(crossing.account(), crossing.threshold(), crossing.observed(), crossing.move())));

        Run(SplittableRandom random) {
            this.random = random;
        }

        void run() {
            for (int i = 0; i < 6; i++) {
                add();
            }
            for (int tick = 0; tick < TICKS; tick++) {
                if (random.nextInt(10) == 0) {
                    change();
                }
                List<Mark> moment = new ArrayList<>();
                for (Mark mark : List.copyOf(marks.values())) {
                    if (random.nextInt(marks.size()) == 0) {
                        Mark next = moved(mark);
                        marks.put(next.id(), next);
                        moment.add(next);
                    }
                }
                told.clear();
                monitor.take(moment);
                List<String> expected = new ArrayList<>();
                snapshots.keySet().forEach(account -> expected.addAll(evaluated(account)));
                evaluations.addAndGet(snapshots.size());
                assertThat(told).as("tick %d", tick).containsExactlyInAnyOrderElementsOf(expected);
            }
            looks.addAndGet(monitor.work().looked());
        }

        private void add() {
            Snapshot drawn =
                    (random.nextInt(3) == 0 ? RandomSnapshots.any(random) : RandomBooks.any(random)).snapshot();
            drawn.marks().forEach(mark -> marks.putIfAbsent(mark.id(), mark));
            int account = monitor.add();
            snapshots.put(account, drawn);
            look(account);
        }

        private void look(int account) {
            List<Threshold> drawn = RandomThresholds.all(random, AccountRisk.of(snapshot(account))).stream()
                    .map(Watched::threshold)
                    .filter(threshold -> random.nextInt(4) == 0)
                    .toList();
            thresholds.put(account, drawn);
            stages.put(
                    account,
                    new ArrayList<>(drawn.stream().map(threshold -> Stage.NONE).toList()));
            told.clear();
            monitor.forget(account);
            assertThat(monitor.add()).isEqualTo(account);
            monitor.changed(account);
            assertThat(told).containsExactlyInAnyOrderElementsOf(evaluated(account));
        }

        private void change() {
            List<Integer> accounts = new ArrayList<>(snapshots.keySet());
            int account = accounts.get(random.nextInt(accounts.size()));
            if (random.nextBoolean()) {
                snapshots.put(
                        account,
                        RandomSnapshots.withMore(snapshots.get(account), BigDecimal.valueOf(random.nextInt(1_000))));
                told.clear();
                monitor.changed(account);
                assertThat(told).containsExactlyInAnyOrderElementsOf(evaluated(account));
            } else {
                look(account);
            }
        }

        private List<String> evaluated(int account) {
            List<String> changes = new ArrayList<>();
            AccountRisk risk = AccountRisk.of(snapshot(account));
            for (int i = 0; i < thresholds.get(account).size(); i++) {
                Threshold threshold = thresholds.get(account).get(i);
                Stage stage = stages.get(account).get(i);
                Optional<Ratio> reading = risk.reading(threshold.metric(), threshold.scope());
                Stage next = stage.next(threshold, reading);
                if (next != stage) {
                    stages.get(account).set(i, next);
                    changes.add(text(account, threshold, reading.orElse(null), stage.moveTo(next)));
                    (next == Stage.NONE ? ends : crossings).incrementAndGet();
                }
            }
            return changes;
        }

        private Mark moved(Mark mark) {
            double most = random.nextInt(6) == 0 ? 0.3 : 0.02;
            BigDecimal factor = BigDecimal.valueOf(1 + most * (2 * random.nextDouble() - 1));
            BigDecimal price = mark.price().multiply(factor).setScale(12, RoundingMode.HALF_EVEN);
            boolean fits = price.signum() > 0 && price.precision() - price.scale() <= 20;
            return fits ? new Mark(mark.id(), price, mark.time(), mark.source()) : mark;
        }

        private static String text(int account, Threshold threshold, @Nullable Ratio reading, Move move) {
            return account + " " + threshold + " " + (reading == null ? "" : reading.shownText()) + " " + move;
        }

        @Override
        public Snapshot snapshot(int account) {
            Snapshot facts = snapshots.get(account);
            return facts.withMarks(
                    facts.marks().stream().map(mark -> marks.get(mark.id())).toList());
        }

        @Override
        public List<Threshold> thresholds(int account) {
            return thresholds.get(account);
        }
    }
}
