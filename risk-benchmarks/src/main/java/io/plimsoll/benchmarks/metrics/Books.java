package io.plimsoll.benchmarks.metrics;

import io.plimsoll.benchmarks.evaluation.Accounts;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.FundingIndex;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Accounts of a book from a seed: cross-margined, covered, with cash and an asset at a haircut.
final class Books {

    private static final String CURRENCY = "USDT";
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final BigDecimal FEE = new BigDecimal("0.0005");

    private final Book book;
    private final Random random;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Balance> balances = new ArrayList<>();
    private final List<CollateralAsset> collateral = new ArrayList<>();

    private Books(Book book, Random random) {
        this.book = book;
        this.random = random;
    }

    /// This many accounts of so many positions; the same seed gives the same.
    static List<Snapshot> of(Book book, int positions, int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(_ -> new Books(book, random).snapshot(positions))
                .toList();
    }

    private Snapshot snapshot(int count) {
        for (int i = 0; i < count; i++) {
            open(i);
        }
        balances.add(new Balance(CURRENCY, decimal(1_000, 3_000_000, 2).multiply(BigDecimal.valueOf(count))));
        hold("ETH", decimal(0, 5, 3));
        for (int i = 0; book == Book.MIXED && i < Math.ceilDiv(count, 10); i++) {
            hold("OWED-" + i, decimal(-5, 0, 3));
        }
        Account account = new Account(
                "account",
                "retail",
                MarginMode.CROSS,
                CURRENCY,
                balances,
                positions,
                List.of(),
                orders,
                null,
                null,
                null);
        return new Snapshot(NOW, account, instruments, collateral, marks, List.of());
    }

    private void open(int number) {
        InstrumentType type = switch (book) {
            case LINEAR -> InstrumentType.LINEAR_PERPETUAL;
            case INVERSE -> InstrumentType.INVERSE_PERPETUAL;
            case MIXED ->
                List.of(InstrumentType.LINEAR_PERPETUAL, InstrumentType.INVERSE_PERPETUAL, InstrumentType.OPTION)
                        .get(number % 3);
        };
        String id = type + "-" + number;
        BigDecimal price = decimal(10, 60_000, 1);
        instruments.add(instrument(id, type, number, price));
        marks.add(mark(id, type == InstrumentType.OPTION ? price.movePointLeft(1) : price));
        positions.add(position(id, type, price));
        if (book == Book.MIXED && number % 2 == 0) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            orders.add(new Order("order-" + number, id, side, decimal(1, 100, 1), price, false));
        }
    }

    private Instrument instrument(String id, InstrumentType type, int number, BigDecimal price) {
        boolean isOption = type == InstrumentType.OPTION;
        if (isOption) {
            marks.add(mark("U-" + number, price));
        }
        boolean isFunded = book == Book.MIXED && !isOption;
        return new Instrument(
                id,
                type,
                "major",
                CURRENCY,
                BigDecimal.ONE,
                new BigDecimal("0.001"),
                Accounts.SCHEDULES.get(number % Accounts.SCHEDULES.size()),
                FEE,
                isOption
                        ? new OptionTerms(
                                "U-" + number,
                                random.nextBoolean() ? OptionTerms.Right.CALL : OptionTerms.Right.PUT,
                                price.multiply(decimal(0.8, 1.2, 2)),
                                NOW.plus(Duration.ofDays(30)),
                                new BigDecimal("0.1"))
                        : null,
                isFunded
                        ? new FundingIndex(decimal(-1, 1, 6), decimal(-1, 1, 6), NOW.minus(Duration.ofMinutes(25)))
                        : null,
                null);
    }

    private Position position(String id, InstrumentType type, BigDecimal price) {
        BigDecimal notional = decimal(1_000, 3_000_000, 0);
        BigDecimal quantity = type.isInverse() ? notional.multiply(price) : notional.divide(price, 3, RoundingMode.UP);
        return new Position(
                id,
                random.nextBoolean() ? quantity.negate() : quantity,
                price.multiply(decimal(0.9, 1.1, 3)),
                null,
                null,
                BigDecimal.ZERO,
                price);
    }

    private void hold(String asset, BigDecimal quantity) {
        collateral.add(new CollateralAsset(asset, new BigDecimal("0.05"), new BigDecimal("0.001")));
        marks.add(mark(asset, decimal(2_000, 4_000, 2)));
        boolean accrues = quantity.signum() < 0;
        balances.add(new Balance(
                asset,
                quantity,
                accrues ? new InterestTerms(decimal(0.01, 0.2, 4), NOW.minus(Duration.ofDays(3))) : null));
    }

    private BigDecimal decimal(double from, double to, int scale) {
        return BigDecimal.valueOf(from + random.nextDouble() * (to - from)).setScale(scale, RoundingMode.HALF_EVEN);
    }

    private static Mark mark(String id, BigDecimal price) {
        return new Mark(id, price, NOW, "benchmark");
    }
}
