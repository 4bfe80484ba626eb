package io.plimsoll.model;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Generated accounts, biased to the edges: notionals at tier floors, and equity exactly at what a limit
/// demands, one unit beyond it and one before, at zero and below.
public final class RandomSnapshots {

    /// An account that was drawn.
    ///
    /// @param snapshot the account
    /// @param limit the margin ratio or leverage that its equity was drawn for
    public record Drawn(Snapshot snapshot, BigDecimal limit) {}

    private static final List<BigDecimal> RATES = decimals(
            "0", "0.004", "0.005", "0.0065", "0.01", "0.02", "0.025", "0.05", "0.1", "0.125", "0.25", "0.4", "0.5",
            "1");
    private static final List<BigDecimal> STEPS = decimals("0.01", "12.5", "100", "1000", "50000", "600000");
    private static final List<BigDecimal> PRICES = decimals("0.0001", "0.5", "1", "2", "25", "100", "1024", "40000");
    private static final List<BigDecimal> MULTIPLIERS = decimals("1", "1", "1", "0.01", "0.5", "10");
    private static final List<BigDecimal> LOTS = decimals("1", "0.001", "0.1", "3");
    private static final List<BigDecimal> LIMITS = decimals("1", "1", "0.8", "0.5", "0.25", "0.1", "1.25", "2", "4");
    private static final List<BigDecimal> UNITS = decimals("0.000000000000000001", "0.00000001", "0.01");

    private RandomSnapshots() {}

    /// An account of up to twelve positions.
    public static Drawn any(SplittableRandom random) {
        int dice = random.nextInt(100);
        int positions = dice < 4 ? 0 : dice < 50 ? 1 : dice < 96 ? random.nextInt(2, 6) : random.nextInt(6, 13);
        return any(random, positions);
    }

    /// An account of so many positions.
    public static Drawn any(SplittableRandom random, int positions) {
        MarginMode mode = random.nextInt(4) == 0 ? MarginMode.ISOLATED : MarginMode.CROSS;
        boolean extreme = random.nextInt(50) == 0;
        List<Instrument> instruments = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        List<Position> open = new ArrayList<>();
        for (int i = 0; i < positions; i++) {
            Instrument instrument = new Instrument(
                    "I" + i,
                    Snapshots.named("FLAT").type(),
                    "major",
                    Snapshots.CURRENCY,
                    extreme ? anyPositive(random) : pick(random, MULTIPLIERS),
                    pick(random, LOTS),
                    schedule(random));
            BigDecimal price = extreme ? anyPositive(random) : price(random);
            BigDecimal entry = random.nextInt(5) == 0 ? price : extreme ? anyPositive(random) : near(random, price);
            BigDecimal quantity = extreme ? anyPositive(random) : quantity(random, instrument, price);
            instruments.add(instrument);
            marks.add(new Mark(instrument.id(), price, Snapshots.NOW, "test"));
            open.add(new Position(
                    instrument.id(),
                    random.nextBoolean() ? quantity : quantity.negate(),
                    entry,
                    mode == MarginMode.ISOLATED ? BigDecimal.ZERO : null));
        }
        List<Balance> balances = new ArrayList<>();
        List<CollateralAsset> collateral = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String asset = "C" + i;
            collateral.add(new CollateralAsset(asset, decimal(random, 0, 95, 2), pick(random, LOTS)));
            marks.add(new Mark(asset, price(random), Snapshots.NOW, "test"));
            balances.add(new Balance(asset, decimal(random, 0, 20_000, 3)));
        }
        List<AllocationTarget> targets = targets(random, collateral, instruments);
        Account account = new Account("A-1", "retail", mode, Snapshots.CURRENCY, balances, open, targets);
        Snapshot snapshot = new Snapshot(Snapshots.NOW, account, instruments, collateral, marks, List.of());
        BigDecimal limit = pick(random, LIMITS);
        return new Drawn(funded(random, snapshot, limit), limit);
    }

    /// The same snapshot with other balances and positions.
    public static Snapshot with(Snapshot snapshot, List<Balance> balances, List<Position> positions) {
        Account old = snapshot.account();
        return new Snapshot(
                snapshot.asOf(),
                new Account(
                        old.id(), old.segment(), old.marginMode(), old.currency(), balances, positions, old.targets()),
                snapshot.instruments(),
                snapshot.collateral(),
                snapshot.marks(),
                snapshot.signals());
    }

    /// The same snapshot with this much more of the account's currency, or of every position's own margin.
    public static Snapshot withMore(Snapshot snapshot, BigDecimal amount) {
        Account account = snapshot.account();
        if (account.isCross()) {
            List<Balance> balances = new ArrayList<>();
            BigDecimal cash = amount;
            for (Balance balance : account.balances()) {
                if (balance.asset().equals(account.currency())) {
                    cash = cash.add(balance.quantity());
                } else {
                    balances.add(balance);
                }
            }
            balances.add(new Balance(account.currency(), cash));
            return with(snapshot, balances, account.positions());
        }
        return with(
                snapshot,
                account.balances(),
                account.positions().stream()
                        .map(position -> ownMargin(
                                position, position.ownMargin().orElseThrow().add(amount)))
                        .toList());
    }

    /// The same snapshot with another mark for one instrument.
    public static Snapshot withMark(Snapshot snapshot, String id, BigDecimal price) {
        List<Mark> marks = snapshot.marks().stream()
                .map(mark -> mark.id().equals(id) ? new Mark(id, price, mark.time(), mark.source()) : mark)
                .toList();
        return new Snapshot(
                snapshot.asOf(),
                snapshot.account(),
                snapshot.instruments(),
                snapshot.collateral(),
                marks,
                snapshot.signals());
    }

    private static Position ownMargin(Position position, BigDecimal margin) {
        return new Position(position.instrument(), position.quantity(), position.entryPrice(), margin);
    }

    // Only a bias: whether the equity meets the edge that it was drawn for is for the tests to find out.
    private static Snapshot funded(SplittableRandom random, Snapshot broke, BigDecimal limit) {
        AccountRisk risk = AccountRisk.of(broke);
        Account account = broke.account();
        if (account.isCross()) {
            BigDecimal cash = funds(random, risk.margin(), risk.initialMargin(), limit);
            List<Balance> balances = new ArrayList<>(account.balances());
            balances.add(new Balance(account.currency(), cash));
            return with(broke, balances, account.positions());
        }
        List<Position> positions = risk.positions().stream()
                .map(position -> ownMargin(
                        position.position(), funds(random, position.ownMargin(), position.initialMargin(), limit)))
                .toList();
        List<Balance> balances = new ArrayList<>(account.balances());
        balances.add(new Balance(account.currency(), decimal(random, -1000, 100_000, 2)));
        return with(broke, balances, positions);
    }

    private static BigDecimal funds(
            SplittableRandom random, MarginState margin, Ratio initialMargin, BigDecimal limit) {
        BigDecimal unit = pick(random, UNITS);
        BigDecimal equity = switch (random.nextInt(12)) {
            case 0, 1, 2 -> over(margin.maintenanceMargin().amount(), limit);
            case 3 -> over(margin.maintenanceMargin().amount(), limit).add(unit);
            case 4 -> over(margin.maintenanceMargin().amount(), limit).subtract(unit);
            case 5 -> BigDecimal.ZERO;
            case 6 -> random.nextBoolean() ? unit : unit.negate();
            case 7 -> over(margin.exposure().amount(), limit);
            case 8 -> initialMargin.rounded(18, RoundingMode.HALF_EVEN);
            case 9 -> over(margin.maintenanceMargin().amount(), limit).negate();
            default -> over(margin.exposure().amount().multiply(decimal(random, -20, 200, 2)), BigDecimal.ONE);
        };
        BigDecimal funds = equity.subtract(margin.equity().amount()).setScale(18, RoundingMode.HALF_EVEN);
        boolean fits = funds.abs().compareTo(BigDecimal.TEN.pow(20)) < 0;
        return fits ? funds : decimal(random, -1_000_000, 1_000_000, 2);
    }

    private static BigDecimal over(BigDecimal amount, BigDecimal divisor) {
        return amount.divide(divisor, 18, RoundingMode.HALF_EVEN);
    }

    private static MarginSchedule schedule(SplittableRandom random) {
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

    private static BigDecimal price(SplittableRandom random) {
        return random.nextBoolean() ? pick(random, PRICES) : decimal(random, 1, 1_000_000, 4);
    }

    private static BigDecimal near(SplittableRandom random, BigDecimal price) {
        return price.multiply(decimal(random, 50, 200, 2));
    }

    private static BigDecimal quantity(SplittableRandom random, Instrument instrument, BigDecimal price) {
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

    private static List<AllocationTarget> targets(
            SplittableRandom random, List<CollateralAsset> collateral, List<Instrument> instruments) {
        List<AllocationTarget> targets = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            return targets;
        }
        targets.add(new AllocationTarget(Holding.asset(Snapshots.CURRENCY), decimal(random, 0, 40, 2)));
        for (CollateralAsset asset : collateral) {
            targets.add(new AllocationTarget(Holding.asset(asset.asset()), decimal(random, 0, 30, 2)));
        }
        if (!instruments.isEmpty()) {
            targets.add(new AllocationTarget(
                    Holding.instrument(instruments.getFirst().id()), decimal(random, -200, 200, 2)));
        }
        return targets;
    }

    /// Up to 38 digits, wherever the point.
    private static BigDecimal anyPositive(SplittableRandom random) {
        BigInteger digits = BigInteger.valueOf(random.nextLong(1, Long.MAX_VALUE))
                .multiply(BigInteger.valueOf(random.nextLong(1, 1_000_000_000_000_000_000L)));
        BigInteger short38 =
                digits.mod(BigInteger.TEN.pow(random.nextInt(1, 39))).add(BigInteger.ONE);
        int scale = Math.max(random.nextInt(19), short38.toString().length() - 20);
        return new BigDecimal(short38, Math.min(18, scale));
    }

    private static BigDecimal decimal(SplittableRandom random, long from, long to, int scale) {
        return BigDecimal.valueOf(random.nextLong(from, to), scale);
    }

    private static <E> E pick(SplittableRandom random, List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<BigDecimal> decimals(String... texts) {
        return List.of(texts).stream().map(BigDecimal::new).toList();
    }
}
