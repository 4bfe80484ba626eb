package io.plimsoll.benchmarks.monitor;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.market.Mark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Instruments and their marks. The first is held and marked most often, the n-th 1/n as often (Zipf).
public final class Market {

    static final int INSTRUMENTS = 200;
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<MarginTier> TIERS = tiers("0.01", "50", "0.02", "25", "0.05", "10");

    private final List<Instrument> instruments = new ArrayList<>();
    private final BigDecimal[] marks = new BigDecimal[INSTRUMENTS];
    private final double[] shares = new double[INSTRUMENTS];

    /// @param random draws the marks
    public Market(SplittableRandom random) {
        double all = 0;
        for (int i = 0; i < INSTRUMENTS; i++) {
            instruments.add(new Instrument(
                    "I%03d".formatted(i),
                    InstrumentType.LINEAR_PERPETUAL,
                    i < 20 ? "major" : "alt",
                    "USD",
                    BigDecimal.ONE,
                    new BigDecimal("0.001"),
                    new MarginSchedule(TIERS)));
            marks[i] = BigDecimal.valueOf(random.nextInt(1_000, 100_000), random.nextInt(5));
            all += 1.0 / (i + 1);
            shares[i] = all;
        }
        for (int i = 0; i < INSTRUMENTS; i++) {
            shares[i] /= all;
        }
    }

    private static List<MarginTier> tiers(String... ratesAndLeverages) {
        List<MarginTier> tiers = new ArrayList<>();
        BigDecimal floor = BigDecimal.ZERO;
        for (int i = 0; i < ratesAndLeverages.length; i += 2) {
            boolean isLast = i + 2 == ratesAndLeverages.length;
            BigDecimal rate = new BigDecimal(ratesAndLeverages[i]);
            BigDecimal amount =
                    tiers.isEmpty() ? BigDecimal.ZERO : MarginSchedule.continuousAmount(tiers.getLast(), floor, rate);
            BigDecimal cap = isLast ? null : floor.add(new BigDecimal(i == 0 ? "50000" : "250000"));
            tiers.add(new MarginTier(floor, cap, rate, amount, new BigDecimal(ratesAndLeverages[i + 1])));
            floor = cap == null ? floor : cap;
        }
        return tiers;
    }

    /// One of them, as often as it is held.
    int any(SplittableRandom random) {
        double at = random.nextDouble();
        int low = 0;
        int high = INSTRUMENTS - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (shares[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Instrument instrument(int number) {
        return instruments.get(number);
    }

    BigDecimal price(int number) {
        return marks[number];
    }

    Mark mark(int number) {
        return new Mark(instruments.get(number).id(), marks[number], NOW, "bench");
    }

    /// Moves a mark by a factor.
    Mark move(int number, double factor) {
        marks[number] = marks[number].multiply(BigDecimal.valueOf(factor)).setScale(10, RoundingMode.HALF_EVEN);
        return mark(number);
    }
}
