package io.plimsoll.model;

import static io.plimsoll.model.RandomFacts.LOTS;
import static io.plimsoll.model.RandomFacts.MULTIPLIERS;
import static io.plimsoll.model.RandomFacts.anyPositive;
import static io.plimsoll.model.RandomFacts.decimal;
import static io.plimsoll.model.RandomFacts.near;
import static io.plimsoll.model.RandomFacts.pick;
import static io.plimsoll.model.RandomFacts.price;
import static io.plimsoll.model.RandomFacts.quantity;
import static io.plimsoll.model.RandomFacts.schedule;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Generated accounts of linear perpetuals alone, biased to the edges: notionals at tier floors, and equity
/// exactly at what a limit demands, one unit beyond it and one before, at zero and below. All their amounts are
/// decimals that end. [RandomBooks] draws everything else.
public final class RandomSnapshots {

    /// An account that was drawn.
    ///
    /// @param snapshot the account
    /// @param limit the margin ratio or leverage that its equity was drawn for
    public record Drawn(Snapshot snapshot, BigDecimal limit) {}

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
        BigDecimal limit = pick(random, RandomFunds.LIMITS);
        return new Drawn(RandomFunds.funded(random, snapshot, limit), limit);
    }

    /// The same snapshot with other balances and positions.
    public static Snapshot with(Snapshot snapshot, List<Balance> balances, List<Position> positions) {
        return snapshot.with(snapshot.account().with(balances, positions));
    }

    /// The same snapshot with this much more of the account's currency, if balances are shared, and of every
    /// margin that a position has of its own.
    public static Snapshot withMore(Snapshot snapshot, BigDecimal amount) {
        Account account = snapshot.account();
        List<Balance> balances = new ArrayList<>(account.balances());
        if (account.isCross()) {
            Balance cash = balances.stream()
                    .filter(balance -> balance.asset().equals(account.currency()))
                    .findFirst()
                    .orElse(new Balance(account.currency(), BigDecimal.ZERO));
            balances.remove(cash);
            balances.add(new Balance(cash.asset(), cash.quantity().add(amount), cash.interest()));
        }
        List<Position> positions = account.positions().stream()
                .map(position -> position.ownMargin()
                        .map(margin -> position.withMargin(margin.add(amount)))
                        .orElse(position))
                .toList();
        return with(snapshot, balances, positions);
    }

    /// The same snapshot with another mark for one instrument.
    public static Snapshot withMark(Snapshot snapshot, String id, BigDecimal price) {
        return snapshot.withMarks(snapshot.marks().stream()
                .map(mark -> mark.id().equals(id) ? new Mark(id, price, mark.time(), mark.source()) : mark)
                .toList());
    }

    static List<AllocationTarget> targets(
            SplittableRandom random, List<CollateralAsset> collateral, List<Instrument> instruments) {
        List<AllocationTarget> targets = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            return targets;
        }
        targets.add(new AllocationTarget(Holding.asset(Snapshots.CURRENCY), decimal(random, 0, 40, 2)));
        for (CollateralAsset asset : collateral) {
            targets.add(new AllocationTarget(Holding.asset(asset.asset()), decimal(random, 0, 20, 2)));
        }
        if (!instruments.isEmpty()) {
            targets.add(new AllocationTarget(
                    Holding.instrument(instruments.getFirst().id()), decimal(random, -200, 200, 2)));
        }
        return targets;
    }
}
