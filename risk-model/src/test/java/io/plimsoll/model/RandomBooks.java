package io.plimsoll.model;

import static io.plimsoll.model.RandomFacts.anyPositive;
import static io.plimsoll.model.RandomFacts.decimal;
import static io.plimsoll.model.RandomFacts.decimals;
import static io.plimsoll.model.RandomFacts.fits;
import static io.plimsoll.model.RandomFacts.near;
import static io.plimsoll.model.RandomFacts.pick;
import static io.plimsoll.model.RandomFacts.price;
import static io.plimsoll.model.RandomFacts.quantity;

import io.plimsoll.model.RandomSnapshots.Drawn;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Generated accounts of everything that an account can hold: instruments of every type, margin modes,
/// resting orders, leverage of the user's, balances and debts that accrue, caps. Biased to the edges like
/// [RandomSnapshots].
public final class RandomBooks {

    private static final List<BigDecimal> LEVERAGES = decimals("1", "2", "5", "10.5", "50", "1000");

    private final SplittableRandom random;
    private final MarginMode mode;
    private final boolean extreme;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    private RandomBooks(SplittableRandom random, MarginMode mode) {
        this.random = random;
        this.mode = mode;
        extreme = random.nextInt(60) == 0;
    }

    /// An account of up to eight positions.
    public static Drawn any(SplittableRandom random) {
        int dice = random.nextInt(100);
        int positions = dice < 4 ? 0 : dice < 70 ? 1 : dice < 98 ? random.nextInt(2, 4) : random.nextInt(4, 9);
        return any(random, positions);
    }

    /// An account of so many positions.
    public static Drawn any(SplittableRandom random, int positions) {
        int dice = random.nextInt(20);
        return any(random, positions, dice < 9 ? MarginMode.CROSS : dice < 13 ? MarginMode.ISOLATED : MarginMode.MIXED);
    }

    /// An account of so many positions and this margin mode.
    public static Drawn any(SplittableRandom random, int positions, MarginMode mode) {
        return new RandomBooks(random, mode).draw(positions);
    }

    private Drawn draw(int count) {
        RandomBalances balances = RandomBalances.any(random, extreme);
        marks.addAll(balances.marks());
        for (int i = 0; i < count; i++) {
            open("I" + i, random.nextInt(40) > 0);
        }
        if (random.nextInt(4) == 0) {
            open("X", false);
        }
        Account account = new Account(
                "A-1",
                "retail",
                mode,
                Snapshots.CURRENCY,
                balances.balances(),
                positions,
                RandomSnapshots.targets(random, balances.collateral(), instruments),
                orders,
                random.nextInt(3) == 0 ? "E-1" : null,
                null,
                null);
        Snapshot broke = new Snapshot(
                Snapshots.NOW,
                account,
                instruments,
                balances.collateral(),
                marks,
                List.of(),
                List.of(RandomBalances.category(random)));
        BigDecimal limit = pick(random, RandomFunds.LIMITS);
        return new Drawn(withHistory(RandomFunds.funded(random, broke, limit)), limit);
    }

    private void open(String id, boolean held) {
        Mark underlying = underlying(id);
        Instrument instrument = RandomInstruments.any(random, id, extreme, underlying.id(), underlying.price());
        BigDecimal price = extreme ? anyPositive(random) : price(random);
        BigDecimal magnitude = extreme ? anyPositive(random) : quantity(random, instrument, price);
        BigDecimal quantity = random.nextBoolean() ? magnitude : magnitude.negate();
        instruments.add(instrument);
        marks.add(new Mark(id, price, Snapshots.NOW, "test"));
        if (held) {
            positions.add(position(instrument, quantity, price));
        }
        if (!held || random.nextInt(4) == 0) {
            for (int left = random.nextInt(1, 4); left > 0; left--) {
                orders.add(order(id, magnitude, price));
            }
        }
    }

    private Position position(Instrument instrument, BigDecimal quantity, BigDecimal price) {
        BigDecimal entry = switch (random.nextInt(5)) {
            case 0 -> price;
            default -> extreme ? anyPositive(random) : near(random, price);
        };
        boolean isolated = mode == MarginMode.ISOLATED || (mode == MarginMode.MIXED && random.nextInt(5) < 2);
        return new Position(
                instrument.id(),
                quantity,
                entry,
                isolated ? BigDecimal.ZERO : null,
                random.nextInt(5) < 2 ? pick(random, LEVERAGES) : null,
                settled(instrument, entry),
                best(price));
    }

    // Sometimes so that funding is exactly what entering has cost: where breaking even ceases to exist.
    private @Nullable BigDecimal settled(Instrument instrument, BigDecimal entry) {
        if (instrument.funding() == null || random.nextInt(5) == 0) {
            return null;
        }
        BigDecimal index = instrument.funding().index();
        return switch (random.nextInt(4)) {
            case 0 -> index;
            case 1 -> fits(index.add(entry)) ? index.add(entry) : index;
            default -> index.add(decimal(random, -10_000, 10_000, 3));
        };
    }

    private @Nullable BigDecimal best(BigDecimal price) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> price;
            default -> extreme ? anyPositive(random) : near(random, price);
        };
    }

    private Order order(String id, BigDecimal magnitude, BigDecimal price) {
        BigDecimal quantity = switch (random.nextInt(4)) {
            case 0 -> magnitude;
            case 1 -> fits(magnitude.add(magnitude)) ? magnitude.add(magnitude) : magnitude;
            default -> decimal(random, 1, 1_000_000, 3);
        };
        return new Order(
                "O" + orders.size(),
                id,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                quantity,
                price,
                random.nextInt(4) == 0);
    }

    // Of its own, or that of an asset or an instrument that is held as well.
    private Mark underlying(String id) {
        if (!marks.isEmpty() && random.nextInt(3) == 0) {
            return pick(random, marks);
        }
        Mark mark = new Mark("U-" + id, extreme ? anyPositive(random) : price(random), Snapshots.NOW, "test");
        marks.add(mark);
        return mark;
    }

    private Snapshot withHistory(Snapshot snapshot) {
        Account account = snapshot.account();
        Ratio equity = AccountRisk.of(snapshot).equity();
        return snapshot.with(new Account(
                account.id(),
                account.segment(),
                account.marginMode(),
                account.currency(),
                account.balances(),
                account.positions(),
                account.targets(),
                account.orders(),
                account.category(),
                before(equity),
                before(equity)));
    }

    private @Nullable BigDecimal before(Ratio equity) {
        BigDecimal then = switch (random.nextInt(4)) {
            case 0 -> equity.rounded(18, RoundingMode.CEILING);
            case 1 -> equity.times(decimal(random, 80, 200, 2)).rounded(18, RoundingMode.CEILING);
            case 2 -> decimal(random, 1, 1_000_000, 2);
            default -> null;
        };
        return then == null || then.signum() <= 0 || !fits(then) ? null : then;
    }
}
