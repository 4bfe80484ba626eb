package io.plimsoll.model;

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
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Snapshots written in a line of a table, with the instruments that the tables speak of.
///
/// - balances: `1000; BTC 2 -> 100 haircut 0.1 lot 0.5`, the first being the account's currency
/// - positions: `TIERED 40 @ 100 -> 90; FLAT -2 @ 50 -> 55`, in an isolated account followed by `own 30`
/// - targets: `BTC 0.5; USDT 0.5; FLAT -0.1`
public final class Snapshots {

    public static final Instant NOW = Instant.parse("2020-03-12T11:00:00Z");
    public static final String CURRENCY = "USDT";

    /// 10 %, 10x.
    public static final MarginSchedule FLAT = MarginSchedule.flat(new BigDecimal("0.1"), BigDecimal.TEN);

    /// 0 to 1,000: 1 %, 50x. To 5,000: 5 %, 10x, less 40. Above: 20 %, 5x, less 790.
    public static final MarginSchedule TIERED = new MarginSchedule(List.of(
            tier("0", "1000", "0.01", "0", "50"),
            tier("1000", "5000", "0.05", "40", "10"),
            tier("5000", "20000", "0.2", "790", "5")));

    /// 0 to 1,000: 40 %, 2x. Above: 100 %, 1x, less 600.
    public static final MarginSchedule STEEP =
            new MarginSchedule(List.of(tier("0", "1000", "0.4", "0", "2"), tier("1000", "10000", "1", "600", "1")));

    private static final Map<String, Instrument> INSTRUMENTS = Map.of(
            "FLAT", instrument("FLAT", "1", "1", FLAT),
            "FLAT2", instrument("FLAT2", "1", "1", FLAT),
            "TIERED", instrument("TIERED", "1", "1", TIERED),
            "TIERED2", instrument("TIERED2", "1", "1", TIERED),
            "STEEP", instrument("STEEP", "1", "1", STEEP),
            "TENFOLD", instrument("TENFOLD", "10", "1", FLAT),
            "LOTS", instrument("LOTS", "1", "3", FLAT),
            "FREE", instrument("FREE", "1", "1", MarginSchedule.flat(BigDecimal.ZERO, new BigDecimal("20"))),
            "PAID", instrument("PAID", "1", "1", MarginSchedule.flat(BigDecimal.ONE, BigDecimal.ONE)));

    private static final String NUMBER = "(-?[0-9.]+)";
    private static final Pattern BALANCE = Pattern.compile(
            "(\\w+) " + NUMBER + " -> " + NUMBER + "(?: haircut " + NUMBER + ")?(?: lot " + NUMBER + ")?");
    private static final Pattern POSITION =
            Pattern.compile("(\\w+) " + NUMBER + " @ " + NUMBER + " -> " + NUMBER + "(?: own " + NUMBER + ")?");
    private static final Pattern TARGET = Pattern.compile("(\\w+) " + NUMBER);

    private Snapshots() {}

    /// A cross account.
    public static Snapshot cross(String balances, String positions) {
        return of(MarginMode.CROSS, balances, positions, "");
    }

    /// An isolated account without balances.
    public static Snapshot isolated(String positions) {
        return of(MarginMode.ISOLATED, "0", positions, "");
    }

    /// Any account; nothing where a text is empty.
    public static Snapshot of(MarginMode mode, String balances, String positions, String targets) {
        List<Balance> held = new ArrayList<>();
        List<Position> open = new ArrayList<>();
        List<AllocationTarget> wanted = new ArrayList<>();
        List<CollateralAsset> collateral = new ArrayList<>();
        List<Instrument> instruments = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (String text : parts(balances)) {
            Matcher balance = BALANCE.matcher(text);
            if (balance.matches()) {
                held.add(new Balance(balance.group(1), number(balance.group(2), "0")));
                marks.add(mark(balance.group(1), balance.group(3)));
                collateral.add(new CollateralAsset(
                        balance.group(1), number(balance.group(4), "0"), number(balance.group(5), "0.001")));
            } else {
                held.add(new Balance(CURRENCY, new BigDecimal(text)));
            }
        }
        for (String text : parts(positions)) {
            Matcher position = matched(POSITION, text);
            String own = position.group(5);
            open.add(new Position(
                    position.group(1),
                    new BigDecimal(position.group(2)),
                    new BigDecimal(position.group(3)),
                    own == null ? null : new BigDecimal(own)));
            marks.add(mark(position.group(1), position.group(4)));
            instruments.add(named(position.group(1)));
        }
        for (String text : parts(targets)) {
            Matcher target = matched(TARGET, text);
            boolean isInstrument = INSTRUMENTS.containsKey(target.group(1));
            Holding holding = isInstrument ? Holding.instrument(target.group(1)) : Holding.asset(target.group(1));
            wanted.add(new AllocationTarget(holding, new BigDecimal(target.group(2))));
        }
        Account account = new Account("A-1", "retail", mode, CURRENCY, held, open, wanted);
        return new Snapshot(NOW, account, instruments, collateral, marks, List.of());
    }

    /// An instrument of the tables.
    public static Instrument named(String id) {
        Instrument instrument = INSTRUMENTS.get(id);
        if (instrument == null) {
            throw new IllegalArgumentException("No table speaks of an instrument " + id + ".");
        }
        return instrument;
    }

    public static Instrument instrument(String id, String multiplier, String lotSize, MarginSchedule schedule) {
        return new Instrument(
                id,
                InstrumentType.LINEAR_PERPETUAL,
                "major",
                CURRENCY,
                new BigDecimal(multiplier),
                new BigDecimal(lotSize),
                schedule);
    }

    /// A tier; an empty cap is no cap.
    public static MarginTier tier(String floor, String cap, String rate, String amount, String leverage) {
        return new MarginTier(
                new BigDecimal(floor),
                cap.isEmpty() ? null : new BigDecimal(cap),
                new BigDecimal(rate),
                new BigDecimal(amount),
                new BigDecimal(leverage));
    }

    public static Mark mark(String id, String price) {
        return new Mark(id, new BigDecimal(price), NOW, "test");
    }

    private static List<String> parts(String text) {
        return text.isBlank() ? List.of() : List.of(text.trim().split("\\s*;\\s*", -1));
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A table says \"%s\", which is not %s.".formatted(text, pattern));
        }
        return matcher;
    }

    private static BigDecimal number(String text, String otherwise) {
        return new BigDecimal(text == null ? otherwise : text);
    }
}
