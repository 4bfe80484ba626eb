package io.plimsoll.rules.reference;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the standard rule set says in its README, once more and as plainly as can be: for checking the engine.
final class PlainDecision {

    /// A line of the tables, as shares.
    record Row(BigDecimal callClear, BigDecimal call, BigDecimal liquidationClear, BigDecimal liquidation) {}

    /// What is watched: all of a cross account, or one isolated position.
    record Watched(String id, Fraction equity, List<Position> positions, List<Row> rows) {}

    private static final Fraction HUNDRED_MILLION = Fraction.of(new BigDecimal("100000000"));

    private final Map<String, Row> rows;
    private final Account account;
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Fraction> marks = new HashMap<>();
    private final Map<String, Fraction> counting = new HashMap<>();

    PlainDecision(Map<String, Row> rows, Snapshot snapshot) {
        this.rows = rows;
        this.account = snapshot.account();
        for (Instrument instrument : snapshot.instruments()) {
            instruments.put(instrument.id(), instrument);
        }
        for (Mark mark : snapshot.marks()) {
            marks.put(mark.id(), Fraction.of(mark.price()));
        }
        for (CollateralAsset asset : snapshot.collateral()) {
            counting.put(asset.asset(), Fraction.ONE.minus(Fraction.of(asset.haircut())));
        }
        marks.put(account.currency(), Fraction.ONE);
        counting.put(account.currency(), Fraction.ONE);
    }

    /// Rows by `segment/class`, read from `margin.csv` by its commas.
    static Map<String, Row> rows(String csv) {
        Map<String, Row> rows = new HashMap<>();
        csv.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            rows.put(
                    cells[0] + "/" + cells[1],
                    new Row(share(cells[2]), share(cells[3]), share(cells[4]), share(cells[5])));
        });
        return rows;
    }

    List<Watched> watched() {
        List<Watched> watched = new ArrayList<>();
        if (account.isCross()) {
            Fraction equity = Fraction.ZERO;
            for (Balance balance : account.balances()) {
                equity = equity.plus(Fraction.of(balance.quantity())
                        .times(marks.get(balance.asset()))
                        .times(counting.get(balance.asset())));
            }
            for (Position position : account.positions()) {
                equity = equity.plus(gain(position));
            }
            watched.add(new Watched(account.id(), equity, account.positions(), rowsOf(account.positions())));
        } else {
            for (Position position : account.positions()) {
                Fraction equity =
                        Fraction.of(position.ownMargin().orElseThrow()).plus(gain(position));
                watched.add(new Watched(position.instrument(), equity, List.of(position), rowsOf(List.of(position))));
            }
        }
        return watched;
    }

    /// The strictest margin call: the lowest limit, and of equal ones the one that clears latest.
    static Row strictestCall(List<Row> rows) {
        Row strictest = rows.getFirst();
        for (Row row : rows) {
            int order = row.call().compareTo(strictest.call());
            if (order < 0 || (order == 0 && row.callClear().compareTo(strictest.callClear()) < 0)) {
                strictest = row;
            }
        }
        return strictest;
    }

    /// The strictest liquidation, likewise.
    static Row strictestLiquidation(List<Row> rows) {
        Row strictest = rows.getFirst();
        for (Row row : rows) {
            int order = row.liquidation().compareTo(strictest.liquidation());
            if (order < 0 || (order == 0 && row.liquidationClear().compareTo(strictest.liquidationClear()) < 0)) {
                strictest = row;
            }
        }
        return strictest;
    }

    /// Whether what is left, in contracts by instrument, requires this share of the equity or more.
    boolean isAtOrAbove(Watched watched, Map<String, Fraction> left, BigDecimal limit) {
        return compare(watched, left, limit) >= 0;
    }

    /// Whether what is left requires no more than this share of the equity.
    boolean isCleared(Watched watched, Map<String, Fraction> left, BigDecimal clear) {
        return compare(watched, left, clear) <= 0;
    }

    /// What is held, in contracts by instrument, without sign.
    static Map<String, Fraction> held(Watched watched) {
        Map<String, Fraction> held = new HashMap<>();
        for (Position position : watched.positions()) {
            held.put(position.instrument(), Fraction.of(position.quantity().abs()));
        }
        return held;
    }

    BigDecimal lotOf(String instrument) {
        return instruments.get(instrument).lotSize();
    }

    /// The cash that brings the requirement to this share of the equity, in whole hundred-millionths, rounded up.
    BigDecimal callFor(Watched watched, BigDecimal clear) {
        Fraction wanted = requirement(held(watched)).over(Fraction.of(clear)).minus(watched.equity());
        return hundredMillionths(wanted);
    }

    /// The cash that ends a debt.
    static BigDecimal callForDebt(Watched watched) {
        return hundredMillionths(Fraction.ZERO.minus(watched.equity()));
    }

    private static BigDecimal hundredMillionths(Fraction amount) {
        BigInteger units = amount.times(HUNDRED_MILLION).ceiling();
        return new BigDecimal(units.max(BigInteger.ZERO), 8);
    }

    // The sign of requirement / equity - share. Without exposure nothing is at risk; without equity everything is.
    private int compare(Watched watched, Map<String, Fraction> left, BigDecimal share) {
        boolean exposed = left.values().stream().anyMatch(contracts -> contracts.signum() > 0);
        if (!exposed) {
            return -1;
        }
        if (watched.equity().signum() <= 0) {
            return 1;
        }
        return requirement(left).compareTo(Fraction.of(share).times(watched.equity()));
    }

    // Like an income tax: each slice of the notional at its own rate.
    private Fraction requirement(Map<String, Fraction> contracts) {
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<String, Fraction> entry : contracts.entrySet()) {
            Instrument instrument = instruments.get(entry.getKey());
            Fraction notional =
                    entry.getValue().times(Fraction.of(instrument.multiplier())).times(marks.get(entry.getKey()));
            List<MarginTier> tiers = instrument.schedule().tiers();
            for (int i = 0; i < tiers.size(); i++) {
                Fraction from = Fraction.of(tiers.get(i).floor());
                Fraction to = notional;
                if (i + 1 < tiers.size()
                        && Fraction.of(tiers.get(i + 1).floor()).compareTo(notional) < 0) {
                    to = Fraction.of(tiers.get(i + 1).floor());
                }
                if (to.compareTo(from) > 0) {
                    sum = sum.plus(to.minus(from).times(Fraction.of(tiers.get(i).maintenanceRate())));
                }
            }
        }
        return sum;
    }

    private Fraction gain(Position position) {
        return Fraction.of(position.quantity())
                .times(Fraction.of(instruments.get(position.instrument()).multiplier()))
                .times(marks.get(position.instrument()).minus(Fraction.of(position.entryPrice())));
    }

    private List<Row> rowsOf(List<Position> positions) {
        return positions.stream()
                .map(position -> instruments.get(position.instrument()).instrumentClass())
                .distinct()
                .map(instrumentClass -> rows.get(account.segment() + "/" + instrumentClass))
                .toList();
    }

    private static BigDecimal share(String percent) {
        return new BigDecimal(percent.replace(" %", "")).movePointLeft(2);
    }
}
