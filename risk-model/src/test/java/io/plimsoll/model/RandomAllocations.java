package io.plimsoll.model;

import static io.plimsoll.model.RandomFacts.decimal;
import static io.plimsoll.model.RandomFacts.decimals;
import static io.plimsoll.model.RandomFacts.pick;

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
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Generated portfolios with targets: some of whole assets and cash alone, whose targets sum to 1, others
/// with holdings without a target, debts, assets that are not held yet and a position. Values are round
/// numbers more often than chance would have it, so that levels, edges and lots coincide.
public final class RandomAllocations {

    private static final List<BigDecimal> PRICES = decimals("1", "5", "25", "100", "0.5", "33.37", "40000");
    private static final List<BigDecimal> COARSE = decimals("1", "0.1", "3", "0.001", "0.37", "20");
    private static final BigDecimal FINE = new BigDecimal("0.000000001");

    private RandomAllocations() {}

    /// Assets and cash that all have a target, with lots that are as good as none.
    public static Snapshot whole(SplittableRandom random) {
        return draw(random, true);
    }

    /// Anything.
    public static Snapshot any(SplittableRandom random) {
        return draw(random, false);
    }

    private static Snapshot draw(SplittableRandom random, boolean isWhole) {
        int assets = random.nextInt(1, 7);
        List<Balance> balances = new ArrayList<>();
        List<CollateralAsset> collateral = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        List<AllocationTarget> targets = new ArrayList<>();
        List<BigDecimal> weights = weights(random, assets + 1);
        for (int i = 0; i < assets; i++) {
            String asset = "C" + i;
            BigDecimal price = pick(random, PRICES);
            boolean isOwed = !isWhole && random.nextInt(20) == 0;
            BigDecimal value = value(random);
            if (isWhole || random.nextInt(8) > 0) {
                BigDecimal quantity = value.divide(price, 9, RoundingMode.DOWN);
                balances.add(new Balance(asset, isOwed ? quantity.negate() : quantity));
            }
            collateral.add(new CollateralAsset(asset, BigDecimal.ZERO, isWhole ? FINE : pick(random, COARSE)));
            marks.add(new Mark(asset, price, Snapshots.NOW, "test"));
            if (isWhole || random.nextInt(8) > 0) {
                targets.add(new AllocationTarget(Holding.asset(asset), weights.get(i)));
            }
        }
        boolean isInDebt = !isWhole && random.nextInt(10) == 0;
        balances.add(new Balance(
                Snapshots.CURRENCY,
                isInDebt ? value(random).negate() : random.nextInt(4) == 0 ? BigDecimal.ZERO : value(random)));
        if (isWhole || random.nextInt(3) > 0) {
            targets.add(new AllocationTarget(Holding.asset(Snapshots.CURRENCY), weights.getLast()));
        }
        List<Instrument> instruments = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        if (!isWhole && random.nextInt(4) == 0) {
            instruments.add(Snapshots.named("FLAT"));
            marks.add(Snapshots.mark("FLAT", "100"));
            positions.add(new Position("FLAT", decimal(random, 1, 9, 0), BigDecimal.valueOf(100), null));
            targets.add(new AllocationTarget(Holding.instrument("FLAT"), decimal(random, -50, 50, 2)));
        }
        Account account =
                new Account("A-1", "retail", MarginMode.CROSS, Snapshots.CURRENCY, balances, positions, targets);
        return new Snapshot(Snapshots.NOW, account, instruments, collateral, marks, List.of());
    }

    private static BigDecimal value(SplittableRandom random) {
        return random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(0, 21) * 50L) : decimal(random, 0, 100_000, 2);
    }

    // Hundredths that sum to 1.
    private static List<BigDecimal> weights(SplittableRandom random, int count) {
        List<BigDecimal> weights = new ArrayList<>();
        int left = 100;
        for (int i = 1; i < count; i++) {
            int weight = Math.min(left, random.nextInt(0, 2 * 100 / count + 1));
            weights.add(BigDecimal.valueOf(weight, 2));
            left -= weight;
        }
        weights.add(BigDecimal.valueOf(left, 2));
        return weights;
    }
}
