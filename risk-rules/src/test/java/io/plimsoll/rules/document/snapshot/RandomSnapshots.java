package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Any snapshot: the same for the same seed.
final class RandomSnapshots {

    private final SplittableRandom random;
    private final List<Mark> marks = new ArrayList<>();

    private RandomSnapshots(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Snapshot of(long seed) {
        return new RandomSnapshots(seed).snapshot();
    }

    private Snapshot snapshot() {
        MarginMode mode = random.nextBoolean() ? MarginMode.CROSS : MarginMode.ISOLATED;
        List<Instrument> instruments = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        List<AllocationTarget> targets = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String id = "I." + i;
            instruments.add(instrument(id));
            marks.add(mark(id));
            if (random.nextBoolean()) {
                positions.add(position(id, mode));
            }
            if (random.nextInt(3) == 0) {
                targets.add(new AllocationTarget(Holding.instrument(id), signed(2)));
            }
        }
        List<CollateralAsset> collateral = new ArrayList<>();
        List<Balance> balances = new ArrayList<>();
        balances.add(new Balance("USD", signed(18)));
        for (int i = random.nextInt(4); i > 0; i--) {
            String asset = "A-" + i;
            collateral.add(new CollateralAsset(asset, BigDecimal.valueOf(random.nextInt(100), 2), positive(5)));
            marks.add(mark(asset));
            balances.add(new Balance(asset, positive(18)));
            targets.add(new AllocationTarget(Holding.asset(asset), BigDecimal.valueOf(random.nextInt(25), 2)));
        }
        return new Snapshot(
                time(),
                new Account("account_1", "retail", mode, "USD", balances, positions, targets),
                instruments,
                collateral,
                marks,
                List.of(new Signal("vol", "I.1", signed(10), time()), new Signal("rsi", "I.1", signed(10), time())));
    }

    private Instrument instrument(String id) {
        List<MarginTier> tiers = new ArrayList<>();
        BigDecimal floor = BigDecimal.ZERO;
        for (int i = random.nextInt(4); i >= 0; i--) {
            BigDecimal rate = BigDecimal.valueOf(4 + tiers.size(), 3);
            BigDecimal amount =
                    tiers.isEmpty() ? BigDecimal.ZERO : MarginSchedule.continuousAmount(tiers.getLast(), floor, rate);
            BigDecimal cap = i == 0 && random.nextBoolean() ? null : floor.add(positive(4));
            tiers.add(new MarginTier(floor, cap, rate, amount, BigDecimal.valueOf(100 - tiers.size())));
            floor = cap == null ? floor : cap;
        }
        return new Instrument(
                id,
                random.nextBoolean() ? InstrumentType.LINEAR_PERPETUAL : InstrumentType.LINEAR_FUTURE,
                "major",
                "USD",
                positive(4),
                positive(4),
                new MarginSchedule(tiers));
    }

    private Position position(String instrument, MarginMode mode) {
        return new Position(instrument, signed(18), positive(18), mode == MarginMode.ISOLATED ? signed(10) : null);
    }

    private Mark mark(String id) {
        return new Mark(id, positive(18), time(), "index");
    }

    private Instant time() {
        return Instant.ofEpochSecond(
                random.nextLong(7_000_000_000L), random.nextBoolean() ? random.nextInt(1_000_000_000) : 0);
    }

    private BigDecimal positive(int digits) {
        return BigDecimal.valueOf(1 + random.nextLong(Long.parseLong("1" + "0".repeat(digits))), random.nextInt(12));
    }

    private BigDecimal signed(int digits) {
        BigDecimal value = digits <= 2 ? BigDecimal.valueOf(1 + random.nextInt(99), 2) : positive(digits);
        return random.nextBoolean() ? value : value.negate();
    }
}
