package io.plimsoll.model;

import static io.plimsoll.model.RandomFacts.LOTS;
import static io.plimsoll.model.RandomFacts.MULTIPLIERS;
import static io.plimsoll.model.RandomFacts.anyPositive;
import static io.plimsoll.model.RandomFacts.decimal;
import static io.plimsoll.model.RandomFacts.decimals;
import static io.plimsoll.model.RandomFacts.fits;
import static io.plimsoll.model.RandomFacts.near;
import static io.plimsoll.model.RandomFacts.pick;
import static io.plimsoll.model.RandomFacts.schedule;

import io.plimsoll.model.instrument.FundingIndex;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.OpenInterest;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.instrument.OptionTerms.Right;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// Instruments of every type, biased to where their terms begin or cease to matter.
final class RandomInstruments {

    private static final List<BigDecimal> FEES = decimals("0", "0", "0.0005", "0.01", "1");
    private static final List<BigDecimal> FLOOR_RATES = decimals("0", "0.05", "0.1", "0.1", "0.5");
    private static final List<BigDecimal> INDEX_MOVES = decimals("0", "0.0001", "-0.25", "3", "7");

    private RandomInstruments() {}

    /// @param underlying what an option is written on
    /// @param underlyingPrice its mark
    static Instrument any(
            SplittableRandom random, String id, boolean extreme, String underlying, BigDecimal underlyingPrice) {
        InstrumentType type = type(random);
        boolean isOption = type == InstrumentType.OPTION;
        boolean isPerpetual = type == InstrumentType.LINEAR_PERPETUAL || type == InstrumentType.INVERSE_PERPETUAL;
        return new Instrument(
                id,
                type,
                random.nextBoolean() ? "major" : "alt",
                Snapshots.CURRENCY,
                extreme ? anyPositive(random) : pick(random, MULTIPLIERS),
                pick(random, LOTS),
                schedule(random),
                pick(random, FEES),
                isOption ? option(random, underlying, underlyingPrice) : null,
                isPerpetual && random.nextInt(5) < 3 ? funding(random) : null,
                random.nextInt(4) == 0 ? openInterest(random) : null);
    }

    /// Some moment before, at or after that of the snapshots.
    static Instant moment(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Snapshots.NOW;
            case 1 -> Snapshots.NOW.plusNanos(random.nextLong(1, 1_000_000_000_000L));
            case 2 -> Snapshots.NOW.minus(Duration.ofDays(365));
            case 3 -> Snapshots.NOW.minus(Duration.ofHours(random.nextInt(1, 100)));
            default -> Snapshots.NOW.minusNanos(random.nextLong(1, 100_000_000_000_000L));
        };
    }

    private static InstrumentType type(SplittableRandom random) {
        int dice = random.nextInt(100);
        if (dice < 30) {
            return InstrumentType.LINEAR_PERPETUAL;
        }
        if (dice < 38) {
            return InstrumentType.LINEAR_FUTURE;
        }
        if (dice < 54) {
            return InstrumentType.INVERSE_PERPETUAL;
        }
        if (dice < 62) {
            return InstrumentType.INVERSE_FUTURE;
        }
        return dice < 72 ? InstrumentType.SPOT : InstrumentType.OPTION;
    }

    private static OptionTerms option(SplittableRandom random, String underlying, BigDecimal price) {
        BigDecimal strike = random.nextInt(4) == 0 ? price : near(random, price);
        return new OptionTerms(
                underlying,
                random.nextBoolean() ? Right.CALL : Right.PUT,
                fits(strike) ? strike : price,
                Snapshots.NOW.plus(Duration.ofDays(random.nextInt(1, 400))),
                pick(random, FLOOR_RATES));
    }

    private static FundingIndex funding(SplittableRandom random) {
        return new FundingIndex(
                decimal(random, -100_000, 100_000, random.nextInt(6)), pick(random, INDEX_MOVES), moment(random));
    }

    private static OpenInterest openInterest(SplittableRandom random) {
        BigDecimal lower = decimal(random, 0, 1_000_000, 2);
        BigDecimal upper = lower.add(decimal(random, 1, 1_000_000, 2));
        BigDecimal notional = switch (random.nextInt(5)) {
            case 0 -> lower;
            case 1 -> upper;
            case 2 -> lower.divide(BigDecimal.TWO, 3, RoundingMode.DOWN);
            case 3 -> upper.add(BigDecimal.ONE);
            default -> lower.add(upper.subtract(lower).multiply(decimal(random, 0, 100, 2)));
        };
        return new OpenInterest(notional, lower, upper);
    }
}
