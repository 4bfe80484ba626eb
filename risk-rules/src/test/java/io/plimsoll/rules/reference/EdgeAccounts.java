package io.plimsoll.rules.reference;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Accounts near the edges: equity exactly where a limit is reached, one unit to either side, at zero, or
/// anywhere. The same for the same seed.
final class EdgeAccounts {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final BigDecimal UNIT = new BigDecimal("0.00000001");
    private static final List<String> SEGMENTS = List.of("retail", "professional", "institutional");
    private static final List<String> LIMITS =
            List.of("0.6", "0.65", "0.7", "0.75", "0.8", "0.85", "0.9", "0.92", "0.95", "1");

    private final SplittableRandom random;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final BigDecimal limit;

    private EdgeAccounts(long seed) {
        this.random = new SplittableRandom(seed);
        this.limit = new BigDecimal(LIMITS.get(random.nextInt(LIMITS.size())));
    }

    static Snapshot of(long seed) {
        return new EdgeAccounts(seed).snapshot();
    }

    private Snapshot snapshot() {
        boolean cross = random.nextInt(3) > 0;
        List<Position> positions = new ArrayList<>();
        for (int i = count(); i > 0; i--) {
            positions.add(position("P-" + i, cross));
        }
        List<Balance> balances = new ArrayList<>();
        List<CollateralAsset> collateral = new ArrayList<>();
        BigDecimal counted = BigDecimal.ZERO;
        if (random.nextInt(4) == 0) {
            BigDecimal price = decimal(10_000, 2);
            BigDecimal haircut = BigDecimal.valueOf(random.nextInt(50), 2);
            BigDecimal quantity = decimal(1_000, 2);
            collateral.add(new CollateralAsset("GOLD", haircut, UNIT));
            marks.add(new Mark("GOLD", price, NOON, "index"));
            balances.add(new Balance("GOLD", quantity));
            counted = price.multiply(quantity).multiply(BigDecimal.ONE.subtract(haircut));
        }
        BigDecimal requirement = BigDecimal.ZERO;
        BigDecimal gain = BigDecimal.ZERO;
        for (Position position : positions) {
            requirement = requirement.add(requirement(position));
            gain = gain.add(gain(position));
        }
        BigDecimal cash = cross
                ? equity(requirement).subtract(gain).subtract(counted)
                : BigDecimal.valueOf(random.nextInt(1_000));
        balances.add(new Balance("USDT", cash));
        String segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
        MarginMode mode = cross ? MarginMode.CROSS : MarginMode.ISOLATED;
        return new Snapshot(
                NOON,
                new Account("client", segment, mode, "USDT", balances, positions, List.of()),
                instruments,
                collateral,
                marks,
                List.of());
    }

    private int count() {
        return switch (random.nextInt(20)) {
            case 0 -> 0;
            case 1, 2, 3, 4 -> 2 + random.nextInt(6);
            case 5 -> random.nextInt(500) == 0 ? 1_000 : 3;
            default -> 1;
        };
    }

    private Position position(String id, boolean cross) {
        Instrument instrument = instrument(id);
        instruments.add(instrument);
        marks.add(new Mark(id, decimal(1_000, 2), NOON, "index"));
        // A multiple of the limit, so that the equity at which it is reached is often a decimal.
        BigDecimal size = limit.multiply(decimal(10_000, random.nextInt(3)));
        BigDecimal quantity = random.nextBoolean() ? size : size.negate();
        Position position = new Position(id, quantity, decimal(1_000, 2), cross ? null : BigDecimal.ZERO);
        return cross
                ? position
                : new Position(
                        id,
                        quantity,
                        position.entryPrice(),
                        equity(requirement(position)).subtract(gain(position)));
    }

    private Instrument instrument(String id) {
        List<MarginTier> tiers = new ArrayList<>();
        BigDecimal floor = BigDecimal.ZERO;
        int scale = 2 + random.nextInt(2);
        for (int left = random.nextInt(3); left >= 0; left--) {
            BigDecimal rate = BigDecimal.valueOf(1 + 2L * tiers.size() + random.nextInt(2), scale);
            BigDecimal amount =
                    tiers.isEmpty() ? BigDecimal.ZERO : MarginSchedule.continuousAmount(tiers.getLast(), floor, rate);
            BigDecimal cap = left == 0 ? null : floor.add(decimal(100_000, 0));
            tiers.add(new MarginTier(floor, cap, rate, amount, BigDecimal.valueOf(10 - tiers.size())));
            floor = cap == null ? floor : cap;
        }
        return new Instrument(
                id,
                InstrumentType.LINEAR_PERPETUAL,
                random.nextBoolean() ? "major" : "alt",
                "USDT",
                random.nextBoolean() ? BigDecimal.ONE : decimal(100, 1),
                BigDecimal.ONE.movePointLeft(random.nextInt(4)),
                new MarginSchedule(tiers));
    }

    private BigDecimal equity(BigDecimal requirement) {
        return switch (random.nextInt(8)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> UNIT;
            case 2 -> UNIT.negate();
            case 3 -> decimal(100_000, 2).subtract(BigDecimal.valueOf(20_000));
            default ->
                requirement
                        .divide(limit, 8, RoundingMode.FLOOR)
                        .add(UNIT.multiply(BigDecimal.valueOf(random.nextInt(3) - 1)));
        };
    }

    private BigDecimal requirement(Position position) {
        Instrument instrument = instruments.getLast().id().equals(position.instrument())
                ? instruments.getLast()
                : instruments.stream()
                        .filter(candidate -> candidate.id().equals(position.instrument()))
                        .findFirst()
                        .orElseThrow();
        return instrument
                .schedule()
                .maintenanceMargin(
                        instrument.value(position.quantity(), mark(position)).abs())
                .amount();
    }

    private BigDecimal gain(Position position) {
        return instruments.stream()
                .filter(candidate -> candidate.id().equals(position.instrument()))
                .findFirst()
                .orElseThrow()
                .gain(position.quantity(), position.entryPrice(), mark(position))
                .amount();
    }

    private BigDecimal mark(Position position) {
        return marks.stream()
                .filter(mark -> mark.id().equals(position.instrument()))
                .findFirst()
                .orElseThrow()
                .price();
    }

    private BigDecimal decimal(int bound, int scale) {
        return BigDecimal.valueOf(1 + random.nextInt(bound * (scale == 0 ? 1 : 10)), scale == 0 ? 0 : 1)
                .movePointLeft(Math.max(0, scale - 1));
    }
}
