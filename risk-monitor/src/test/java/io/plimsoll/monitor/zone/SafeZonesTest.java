package io.plimsoll.monitor.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeZonesTest {

    private static final int INSTRUMENTS = 6;
    private static final int STEPS = Integer.getInteger("plimsoll.steps", 1_500);

    private final Map<Integer, Lines> known = new HashMap<>();
    private final Set<Integer> looked = new HashSet<>();

    /// Beside a plain book in decimals, over random walks of marks, while accounts come, change and go.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void looksAtEveryAccountThatReachesALineAndAtHardlyAnyOther(long seed) {
        Random random = new Random(seed);
        RandomLines generator = new RandomLines(random, INSTRUMENTS);
        PlainBook plain = new PlainBook();
        SafeZones zones = new SafeZones(account -> {
            looked.add(account);
            Lines lines = known.get(account);
            if (random.nextBoolean() && plain.hasToBeLookedAt(lines)) {
                lines = generator.next(plain);
                known.put(account, lines);
                plain.accounts().put(account, lines);
            }
            return lines;
        });
        for (int i = 0; i < INSTRUMENTS; i++) {
            BigDecimal mark = generator.mark();
            plain.instrument(mark);
            zones.instrument(mark.doubleValue(), 0.5 + random.nextDouble());
        }
        int expected = 0;
        for (int step = 0; step < STEPS; step++) {
            change(random, generator, plain, zones);
            List<Integer> moved = new ArrayList<>();
            for (int marks = 1 + random.nextInt(3); marks > 0; marks--) {
                int instrument = random.nextInt(INSTRUMENTS);
                BigDecimal mark = generator.next(plain.mark(instrument));
                plain.mark(instrument, mark);
                zones.take(instrument, mark.doubleValue());
                moved.add(instrument);
            }
            Map<Integer, Lines> before = Map.copyOf(plain.accounts());
            looked.clear();
            int count = zones.settle();

            assertThat(looked).as("seed %d, step %d", seed, step).hasSize(count);
            for (Map.Entry<Integer, Lines> account : before.entrySet()) {
                boolean isConcerned = moved.stream().anyMatch(instrument -> has(account.getValue(), instrument));
                boolean must = plain.hasToBeLookedAt(account.getValue());
                if (must && isConcerned) {
                    expected++;
                    assertThat(looked).as("seed %d, step %d", seed, step).contains(account.getKey());
                } else if (looked.contains(account.getKey()) && !must) {
                    assertThat(plain.lowestLess(account.getValue(), new BigDecimal("1e-14")))
                            .as("seed %d, step %d: only where doubles can't tell", seed, step)
                            .isNotPositive();
                }
            }
        }
        assertThat(expected).as("the walk reaches lines").isGreaterThan(STEPS / 20);
        assertThat(zones.work().measured()).isLessThan(zones.work().looked() + 60L * STEPS);
    }

    private void change(Random random, RandomLines generator, PlainBook plain, SafeZones zones) {
        List<Integer> accounts = new ArrayList<>(plain.accounts().keySet());
        Lines lines = generator.next(plain);
        int choice = random.nextInt(10);
        if (accounts.size() < 20 || (choice < 2 && accounts.size() < 60)) {
            keep(zones.watch(lines), lines, plain);
        } else if (choice < 4) {
            int account = accounts.get(random.nextInt(accounts.size()));
            zones.rewatch(account, lines);
            keep(account, lines, plain);
        } else if (choice < 5) {
            int account = accounts.get(random.nextInt(accounts.size()));
            zones.forget(account);
            known.remove(account);
            plain.accounts().remove(account);
        }
    }

    private void keep(int account, Lines lines, PlainBook plain) {
        known.put(account, lines);
        plain.accounts().put(account, lines);
    }

    private static boolean has(Lines lines, int instrument) {
        for (int each : lines.instruments()) {
            if (each == instrument) {
                return true;
            }
        }
        return false;
    }

    /// Longs at 100 with a line at 90, among them one whose line is at 99.9.
    @Test
    void aSmallMoveMeasuresOnlyWhoIsNearALine() {
        SafeZones zones = new SafeZones(known::get);
        int instrument = zones.instrument(100, 1);
        for (int i = 0; i < 1_000; i++) {
            Lines lines = lines(instrument, i == 7 ? -99.9 : -90, 1);
            known.put(zones.watch(lines), lines);
        }
        long before = zones.work().measured();

        zones.take(instrument, 99.95);
        assertThat(zones.settle()).isZero();
        zones.take(instrument, 99.91);
        assertThat(zones.settle()).isZero();
        assertThat(zones.work().measured()).isEqualTo(before);

        zones.take(instrument, 99.9);
        assertThat(zones.settle()).isOne();
        assertThat(zones.work().measured()).isEqualTo(before + 2);
    }

    /// Where an account is at its line, every mark has to be looked at, also one that stays.
    @Test
    void whatIsAtItsLineIsLookedAtWithEveryMark() {
        SafeZones zones = new SafeZones(account -> {
            looked.add(account);
            return lines(0, -100, 1);
        });
        int instrument = zones.instrument(100, 1);
        int account = zones.watch(lines(instrument, -100, 1));
        for (double mark : new double[] {100, 100, 99, 98, 100}) {
            looked.clear();
            zones.take(instrument, mark);
            zones.settle();
            assertThat(looked).containsExactly(account);
        }
        zones.take(instrument, 101);
        zones.settle();
        looked.clear();
        zones.take(instrument, 100.5);
        zones.settle();
        assertThat(looked).isEmpty();
    }

    @Test
    void lookedAtWhereItsLinesEndToHold() {
        double[] at = {90, 89, 110, 111};
        for (double mark : at) {
            looked.clear();
            Lines lines =
                    new Lines(new int[] {0}, new double[] {90}, new double[] {110}, new double[] {1}, new double[] {0});
            SafeZones zones = new SafeZones(account -> {
                looked.add(account);
                return lines;
            });
            int instrument = zones.instrument(100, 1);
            int account = zones.watch(lines);
            zones.take(instrument, 90.01);
            zones.take(instrument, 109.99);
            zones.settle();
            assertThat(looked).isEmpty();
            zones.take(instrument, mark);
            zones.settle();
            assertThat(looked).as("at %s", mark).containsExactly(account);
        }
    }

    @Test
    void marksOfTheSameMomentCountTogether() {
        SafeZones zones = new SafeZones(account -> {
            looked.add(account);
            return lines(0, -100, 1);
        });
        int fallen = zones.instrument(100, 1);
        int risen = zones.instrument(100, 1);
        zones.watch(new Lines(
                new int[] {fallen, risen},
                new double[] {-1, -1},
                new double[] {1e9, 1e9},
                new double[] {-150},
                new double[] {1, 1}));
        zones.take(fallen, 40);
        zones.take(risen, 120);
        zones.settle();
        assertThat(looked).isEmpty();
    }

    @Test
    void anAccountIsTriedAgainIfLookingAtItFailed() {
        boolean[] fails = {true};
        SafeZones zones = new SafeZones(account -> {
            if (fails[0]) {
                throw new IllegalStateException("not now");
            }
            looked.add(account);
            return lines(0, -10, 1);
        });
        int instrument = zones.instrument(100, 1);
        int first = zones.watch(lines(instrument, -90, 1));
        int second = zones.watch(lines(instrument, -91, 1));
        zones.take(instrument, 80);
        assertThatThrownBy(zones::settle).hasMessage("not now");
        fails[0] = false;
        zones.settle();
        assertThat(looked).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void refusesMarksThatAreNone() {
        SafeZones zones = new SafeZones(known::get);
        int instrument = zones.instrument(100, 1);
        for (double mark : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> zones.take(instrument, mark)).hasMessageContaining("must be above 0");
        }
        assertThatThrownBy(() -> zones.forget(3)).hasMessageContaining("Account 3 is not watched");
        assertThatThrownBy(() -> zones.instrument(1, 0)).hasMessageContaining("volatility");
    }

    private static Lines lines(int instrument, double constant, double slope) {
        return new Lines(
                new int[] {instrument},
                new double[] {-1},
                new double[] {Double.POSITIVE_INFINITY},
                new double[] {constant},
                new double[] {slope});
    }

    /// Lines that walks of marks reach, with numbers that cancel out, and some that are always reached.
    private record RandomLines(Random random, int instruments) {

        BigDecimal mark() {
            return BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(5));
        }

        /// A small step, a large one, or none.
        BigDecimal next(BigDecimal mark) {
            double step = random.nextInt(20) == 0 ? 0.2 : 0.01;
            BigDecimal factor =
                    BigDecimal.valueOf(1 + step * random.nextGaussian()).max(new BigDecimal("0.3"));
            BigDecimal moved = mark.multiply(factor).setScale(8, RoundingMode.HALF_EVEN);
            return random.nextInt(10) == 0 || moved.signum() <= 0 ? mark : moved;
        }

        Lines next(PlainBook book) {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < instruments; i++) {
                all.add(i);
            }
            Collections.shuffle(all, random);
            int n = 1 + random.nextInt(4);
            int k = random.nextInt(4);
            int[] numbers = new int[n];
            double[] from = new double[n];
            double[] to = new double[n];
            double[] slopes = new double[k * n];
            double[] constants = new double[k];
            for (int i = 0; i < n; i++) {
                numbers[i] = all.get(i);
                double mark = book.mark(numbers[i]).doubleValue();
                from[i] = random.nextBoolean() ? -1 : mark * (1 - 0.1 * random.nextDouble());
                to[i] = random.nextBoolean() ? Double.POSITIVE_INFINITY : mark * (1 + 0.1 * random.nextDouble());
            }
            for (int line = 0; line < k; line++) {
                BigDecimal sum = BigDecimal.ZERO;
                double magnitude = 0;
                for (int i = 0; i < n; i++) {
                    double slope =
                            random.nextInt(5) == 0 ? 0 : random.nextGaussian() * Math.pow(10, random.nextInt(12));
                    slopes[line * n + i] = slope;
                    BigDecimal term = new BigDecimal(slope).multiply(book.mark(numbers[i]));
                    sum = sum.add(term);
                    magnitude += Math.abs(term.doubleValue());
                }
                double slack = magnitude * Math.pow(10, -random.nextInt(17)) * (random.nextInt(8) == 0 ? -1 : 1);
                constants[line] = sum.negate().doubleValue() + slack;
            }
            return new Lines(numbers, from, to, constants, slopes);
        }
    }
}
