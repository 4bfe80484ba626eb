package io.plimsoll.rules.analysis;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableKey;
import io.plimsoll.rules.table.TableRow;
import io.plimsoll.rules.table.TableSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Makes the plainest account that has given values for the keys of a table.
///
/// A key is taken for what rules join it with: `segment` and `currency` of the account, `instrument` and
/// `instrument_class` of its one position, `asset` of a balance, and a range of numbers for the [Signal] of its name.
/// What the table does not ask for is chosen so that the other tables have a row for the account, if they can.
final class ExampleAccounts {

    private static final Set<String> TEXT_KEYS =
            Set.of("segment", "currency", "instrument", "instrument_class", "asset");

    private static final String ID = "example";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final List<RuleTable> tables;

    ExampleAccounts(List<RuleTable> tables) {
        this.tables = tables;
    }

    /// The account; empty if a key can't be given to one.
    Optional<Snapshot> at(TableSpec spec, Point point) {
        boolean known = spec.keys().stream()
                .allMatch(key -> key.kind() != TableKey.Kind.TEXT || TEXT_KEYS.contains(key.name()));
        if (!known) {
            return Optional.empty();
        }
        Map<String, Object> values = new TreeMap<>(point.values());
        tables.stream()
                .filter(table -> !table.spec().table().equals(spec.table()))
                .forEach(table -> complete(table, values));
        try {
            return Optional.of(snapshot(values));
        } catch (InvalidFactException e) {
            // A key that no fact can have: too large a number, or an instrument named as its currency.
            return Optional.empty();
        }
    }

    /// Adds the keys of the first row of another table that agrees with what is known already.
    private static void complete(RuleTable table, Map<String, Object> values) {
        for (TableRow row : table.written()) {
            Map<String, Object> wanted = Point.of(table.spec().keys(), row).values();
            boolean agrees = table.spec().keys().stream()
                    .filter(key -> values.containsKey(key.name()))
                    .allMatch(key -> Covering.covers(row.extent(key), values.get(key.name())));
            if (agrees) {
                wanted.forEach(values::putIfAbsent);
                return;
            }
        }
    }

    private static Snapshot snapshot(Map<String, Object> values) {
        Instant asOf = values.get(TableKey.TIME) instanceof Instant instant ? instant : Point.NOW;
        String currency = text(values, "currency", "USDT");
        String asset = text(values, "asset", currency);
        String id = text(values, "instrument", "EXAMPLE-PERP");
        Instrument instrument = new Instrument(
                id,
                InstrumentType.LINEAR_PERPETUAL,
                text(values, "instrument_class", "example"),
                currency,
                BigDecimal.ONE,
                BigDecimal.ONE,
                MarginSchedule.flat(new BigDecimal("0.01"), new BigDecimal(50)));
        Account account = new Account(
                ID,
                text(values, "segment", "example"),
                MarginMode.CROSS,
                currency,
                List.of(new Balance(asset, new BigDecimal(1_000))),
                List.of(new Position(id, BigDecimal.ONE, HUNDRED, null)),
                List.of(new AllocationTarget(Holding.asset(asset), BigDecimal.ONE)));
        List<Mark> marks = new ArrayList<>(List.of(new Mark(id, HUNDRED, asOf, ID)));
        List<CollateralAsset> collateral = new ArrayList<>();
        if (!asset.equals(currency)) {
            marks.add(new Mark(asset, BigDecimal.ONE, asOf, ID));
            collateral.add(new CollateralAsset(asset, BigDecimal.ZERO, BigDecimal.ONE));
        }
        return new Snapshot(asOf, account, List.of(instrument), collateral, marks, signals(values, id, asset, asOf));
    }

    /// A rule may look for the reading of an instrument, of an asset or of none in particular: each has it.
    private static List<Signal> signals(Map<String, Object> values, String instrument, String asset, Instant asOf) {
        List<Signal> signals = new ArrayList<>();
        values.forEach((name, value) -> {
            if (value instanceof BigDecimal number) {
                signals.add(new Signal(name, instrument, number, asOf));
                signals.add(new Signal(name, asset, number, asOf));
            }
        });
        return signals;
    }

    private static String text(Map<String, Object> values, String key, String otherwise) {
        return values.get(key) instanceof String text ? text : otherwise;
    }
}
