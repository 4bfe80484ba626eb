package io.plimsoll.model;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Numbers, schedules and prices that generated accounts are made of.
final class RandomFacts {

    private static final List<BigDecimal> RATES = decimals(
            "0", "0.004", "0.005", "0.0065", "0.01", "0.02", "0.025", "0.05", "0.1", "0.125", "0.25", "0.4", "0.5",
            "1");
    static final List<BigDecimal> STEPS = decimals("0.01", "12.5", "100", "1000", "50000", "600000");
    private static final List<BigDecimal> PRICES = decimals("0.0001", "0.5", "1", "2", "25", "100", "1024", "40000");
    static final List<BigDecimal> MULTIPLIERS = decimals("1", "1", "1", "0.01", "0.5", "10");
    static final List<BigDecimal> LOTS = decimals("1", "0.001", "0.1", "3");

    private static final BigDecimal BOUND = BigDecimal.TEN.pow(20);

    private RandomFacts() {}

    static MarginSchedule schedule(SplittableRandom random) {
        int index = random.nextInt(RATES.size());
        BigDecimal leverage = leverage(random, RATES.get(index), BigDecimal.valueOf(125));
        BigDecimal floor = BigDecimal.ZERO;
        BigDecimal amount = BigDecimal.ZERO;
        List<MarginTier> tiers = new ArrayList<>();
        for (int left = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 6); left > 0; left--) {
            BigDecimal cap = floor.add(pick(random, STEPS));
            tiers.add(new MarginTier(floor, cap, RATES.get(index), amount, leverage));
            int next = Math.min(RATES.size() - 1, index + random.nextInt(3));
            amount = amount.add(cap.multiply(RATES.get(next).subtract(RATES.get(index))));
            index = next;
            leverage = leverage(random, RATES.get(index), leverage);
            floor = cap;
        }
        BigDecimal cap = random.nextBoolean() ? null : floor.add(pick(random, STEPS));
        tiers.add(new MarginTier(floor, cap, RATES.get(index), amount, leverage));
        return new MarginSchedule(tiers);
    }

    private static BigDecimal leverage(SplittableRandom random, BigDecimal rate, BigDecimal most) {
        BigDecimal highest = rate.signum() == 0
                ? most
                : BigDecimal.ONE.divide(rate, 0, RoundingMode.DOWN).min(most);
        return random.nextInt(3) == 0
                ? highest.divide(BigDecimal.TWO, 1, RoundingMode.DOWN).max(BigDecimal.ONE)
                : highest;
    }

    static BigDecimal price(SplittableRandom random) {
        return random.nextBoolean() ? pick(random, PRICES) : decimal(random, 1, 1_000_000, 4);
    }

    static BigDecimal near(SplittableRandom random, BigDecimal price) {
        return price.multiply(decimal(random, 50, 200, 2));
    }

    static BigDecimal quantity(SplittableRandom random, Instrument instrument, BigDecimal price) {
        BigDecimal unit = instrument.multiplier().multiply(price);
        MarginTier tier = pick(random, instrument.schedule().tiers());
        if (random.nextInt(3) == 0 && tier.floor().signum() > 0) {
            BigDecimal atTheFloor = tier.floor().divide(unit, 6, RoundingMode.UP);
            return switch (random.nextInt(3)) {
                case 0 -> atTheFloor;
                case 1 -> atTheFloor.add(BigDecimal.ONE.movePointLeft(6));
                default -> atTheFloor.subtract(BigDecimal.ONE.movePointLeft(7));
            };
        }
        BigDecimal notional = tier.floor().add(pick(random, STEPS)).multiply(decimal(random, 1, 300, 2));
        return notional.divide(unit, 4, RoundingMode.UP);
    }

    /// Up to 38 digits, wherever the point.
    static BigDecimal anyPositive(SplittableRandom random) {
        BigInteger digits = BigInteger.valueOf(random.nextLong(1, Long.MAX_VALUE))
                .multiply(BigInteger.valueOf(random.nextLong(1, 1_000_000_000_000_000_000L)));
        BigInteger short38 =
                digits.mod(BigInteger.TEN.pow(random.nextInt(1, 39))).add(BigInteger.ONE);
        int scale = Math.max(random.nextInt(19), short38.toString().length() - 20);
        return new BigDecimal(short38, Math.min(18, scale));
    }

    static BigDecimal decimal(SplittableRandom random, long from, long to, int scale) {
        return BigDecimal.valueOf(random.nextLong(from, to), scale);
    }

    /// Whether a fact may have this value.
    static boolean fits(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return value.abs().compareTo(BOUND) < 0 && shortest.precision() <= 38 && shortest.scale() <= 18;
    }

    static <E> E pick(SplittableRandom random, List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static List<BigDecimal> decimals(String... texts) {
        return List.of(texts).stream().map(BigDecimal::new).toList();
    }
}
