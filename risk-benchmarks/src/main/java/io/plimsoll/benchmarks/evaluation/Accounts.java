package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Accounts from a seed: cross-margined, with cash, collateral at a haircut, and positions in real margin
/// tiers.
public final class Accounts {

    /// Floor, maximum leverage and maintenance rate of each tier: Binance USD-M, as freqtrade stored them on
    /// 2024-10-24 (`binance_leverage_tiers.json`). BTC, SOL and DOGE.
    private static final List<MarginSchedule> SCHEDULES = List.of(
            schedule("0 125 0.004, 50000 100 0.005, 600000 75 0.0065, 3000000 50 0.01, 12000000 25 0.02, "
                    + "70000000 20 0.025, 100000000 10 0.05, 230000000 5 0.1, 480000000 4 0.125, 600000000 3 0.15, "
                    + "800000000 2 0.25, 1200000000 1 0.5"),
            schedule("0 100 0.005, 20000 75 0.0065, 100000 50 0.01, 800000 25 0.02, 4000000 20 0.025, "
                    + "8000000 10 0.05, 40000000 5 0.1, 80000000 4 0.125, 100000000 2 0.25, 200000000 1 0.5"),
            schedule("0 75 0.005, 10000 50 0.007, 50000 40 0.01, 750000 25 0.02, 800000 20 0.025, 1600000 10 0.05, "
                    + "8000000 5 0.1, 16000000 4 0.125, 20000000 2 0.25, 40000000 1 0.5"));

    private static final int INSTRUMENTS = 100;
    private static final List<Instrument> CATALOGUE =
            IntStream.range(0, INSTRUMENTS).mapToObj(Accounts::instrument).toList();
    private static final List<String> SEGMENTS = List.of("retail", "professional", "institutional");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final CollateralAsset COLLATERAL =
            new CollateralAsset("ETH", new BigDecimal("0.05"), new BigDecimal("0.001"));

    private final Kind kind;
    private final Random random;

    private Accounts(Kind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed);
    }

    /// This many accounts of a kind; the same seed gives the same.
    public static List<Snapshot> of(Kind kind, int count, long seed) {
        Accounts accounts = new Accounts(kind, seed);
        return IntStream.range(0, count).mapToObj(accounts::snapshot).toList();
    }

    private Snapshot snapshot(int number) {
        int first = random.nextInt(INSTRUMENTS);
        int count = kind == Kind.MIXED ? random.nextInt(kind.positions() + 1) : kind.positions();
        List<Instrument> instruments = IntStream.range(0, count)
                .mapToObj(i -> CATALOGUE.get((first + i) % INSTRUMENTS))
                .toList();
        List<Mark> marks = new ArrayList<>();
        marks.add(mark("ETH", decimal(2_000, 4_000, 2)));
        List<Position> positions = new ArrayList<>();
        for (Instrument instrument : instruments) {
            BigDecimal price = decimal(10, 60_000, 1);
            marks.add(mark(instrument.id(), price));
            positions.add(position(instrument, price));
        }
        String segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
        BigDecimal foreign = decimal(0, 5, 3);
        Snapshot uncovered =
                snapshot(account(number, segment, BigDecimal.ZERO, foreign, positions), instruments, marks);
        return snapshot(account(number, segment, cash(uncovered), foreign, positions), instruments, marks);
    }

    /// What gives the account a margin ratio of its kind.
    private BigDecimal cash(Snapshot uncovered) {
        AccountRisk risk = AccountRisk.of(uncovered);
        double ratio = kind.lowestRatio() + random.nextDouble() * (kind.highestRatio() - kind.lowestRatio());
        if (kind == Kind.MIXED && random.nextInt(10) == 0) {
            return decimal(-30_000, 1_000, 2);
        }
        BigDecimal hundredths = BigDecimal.valueOf(Math.max(1, Math.round(ratio * 100)), 2);
        // Rounded to hundredths, mixed accounts often lie exactly at a limit.
        BigDecimal equity = risk.maintenanceMargin().dividedBy(hundredths).rounded(12, RoundingMode.HALF_EVEN);
        return equity.subtract(risk.equity().amount()).setScale(12, RoundingMode.HALF_EVEN);
    }

    private Position position(Instrument instrument, BigDecimal price) {
        BigDecimal notional = decimal(1_000, 3_000_000, 0);
        BigDecimal lots = notional.divide(price.multiply(instrument.lotSize()), 0, RoundingMode.UP);
        BigDecimal quantity = lots.multiply(instrument.lotSize());
        BigDecimal entry = price.multiply(decimal(0.9, 1.1, 3));
        return Position.cross(instrument.id(), random.nextInt(4) == 0 ? quantity.negate() : quantity, entry);
    }

    private BigDecimal decimal(double from, double to, int scale) {
        return BigDecimal.valueOf(from + random.nextDouble() * (to - from)).setScale(scale, RoundingMode.HALF_EVEN);
    }

    private static Snapshot snapshot(Account account, List<Instrument> instruments, List<Mark> marks) {
        return new Snapshot(NOW, account, instruments, List.of(COLLATERAL), marks, List.of());
    }

    private static Account account(
            int number, String segment, BigDecimal cash, BigDecimal foreign, List<Position> positions) {
        return new Account(
                "account-" + number,
                segment,
                MarginMode.CROSS,
                "USDT",
                List.of(new Balance("USDT", cash), new Balance("ETH", foreign)),
                positions,
                List.of());
    }

    private static Mark mark(String id, BigDecimal price) {
        return new Mark(id, price, NOW, "benchmark");
    }

    private static Instrument instrument(int number) {
        return new Instrument(
                "PERP-" + number,
                InstrumentType.LINEAR_PERPETUAL,
                number % SCHEDULES.size() == 0 ? "major" : "alt",
                "USDT",
                BigDecimal.ONE,
                new BigDecimal("0.001"),
                SCHEDULES.get(number % SCHEDULES.size()));
    }

    private static MarginSchedule schedule(String text) {
        List<String[]> brackets =
                List.of(text.split(", ")).stream().map(tier -> tier.split(" ")).toList();
        List<MarginTier> tiers = new ArrayList<>();
        for (int i = 0; i < brackets.size(); i++) {
            BigDecimal floor = new BigDecimal(brackets.get(i)[0]);
            BigDecimal cap = i + 1 < brackets.size() ? new BigDecimal(brackets.get(i + 1)[0]) : null;
            BigDecimal rate = new BigDecimal(brackets.get(i)[2]);
            BigDecimal amount =
                    i == 0 ? BigDecimal.ZERO : MarginSchedule.continuousAmount(tiers.getLast(), floor, rate);
            tiers.add(new MarginTier(floor, cap, rate, amount, new BigDecimal(brackets.get(i)[1])));
        }
        return new MarginSchedule(tiers);
    }
}
