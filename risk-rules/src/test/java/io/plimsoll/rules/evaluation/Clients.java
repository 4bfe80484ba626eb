package io.plimsoll.rules.evaluation;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Retail clients whose margin is easily told: every contract is worth 100 and requires 1. With 100 of cash, a cross
/// account of 80 contracts is at a margin ratio of 80 %.
public final class Clients {

    public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private Clients() {}

    /// A cross account; positions are `instrument quantity`, and an instrument that begins with `ALT` is an alt.
    public static Snapshot cross(String cash, String... positions) {
        return snapshot("retail", MarginMode.CROSS, cash, Stream.of(positions));
    }

    /// An isolated account; positions are `instrument quantity margin`.
    public static Snapshot isolated(String... positions) {
        return snapshot("retail", MarginMode.ISOLATED, "0", Stream.of(positions));
    }

    /// A cross account of a segment.
    public static Snapshot of(String segment, String cash, String... positions) {
        return snapshot(segment, MarginMode.CROSS, cash, Stream.of(positions));
    }

    /// The same account in a list of its own order.
    public static Snapshot with(Snapshot snapshot, List<Instrument> instruments, List<Mark> marks) {
        return new Snapshot(
                snapshot.asOf(), snapshot.account(), instruments, snapshot.collateral(), marks, snapshot.signals());
    }

    private static Snapshot snapshot(String segment, MarginMode mode, String cash, Stream<String> texts) {
        List<Position> positions =
                texts.map(text -> position(text.split(" ", -1))).toList();
        return new Snapshot(
                NOON,
                new Account(
                        "client",
                        segment,
                        mode,
                        "USDT",
                        List.of(new Balance("USDT", new BigDecimal(cash))),
                        positions,
                        List.of()),
                positions.stream()
                        .map(position -> instrument(position.instrument()))
                        .toList(),
                List.of(),
                positions.stream()
                        .map(position -> new Mark(position.instrument(), new BigDecimal("100"), NOON, "index"))
                        .toList(),
                List.of());
    }

    private static Position position(String[] parts) {
        return new Position(
                parts[0],
                new BigDecimal(parts[1]),
                new BigDecimal("100"),
                parts.length == 3 ? new BigDecimal(parts[2]) : null);
    }

    private static Instrument instrument(String id) {
        return new Instrument(
                id,
                InstrumentType.LINEAR_PERPETUAL,
                id.startsWith("ALT") ? "alt" : "major",
                "USDT",
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                MarginSchedule.flat(new BigDecimal("0.01"), new BigDecimal("50")));
    }
}
