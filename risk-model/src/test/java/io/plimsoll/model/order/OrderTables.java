package io.plimsoll.model.order;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Accounts and orders written in a line of a table.
///
/// - markets, besides those of positions: `FLAT 100; FREE 100`
/// - orders: `BUY 4 FLAT` at the market, `SELL 4 FLAT @ 101`, either followed by `reduce`
final class OrderTables {

    private static final Pattern ORDER = Pattern.compile("(BUY|SELL) ([0-9.]+) (\\w+)(?: @ ([0-9.]+))?( reduce)?");

    private OrderTables() {}

    static Snapshot snapshot(
            MarginMode mode,
            @Nullable String balances,
            @Nullable String positions,
            @Nullable String markets,
            @Nullable String resting) {
        Snapshot held = Snapshots.of(mode, text(balances), text(positions), "");
        List<Instrument> instruments = new ArrayList<>(held.instruments());
        List<Mark> marks = new ArrayList<>(held.marks());
        for (String market : parts(markets)) {
            String[] words = market.split(" ", -1);
            instruments.add(named(words[0]));
            marks.add(Snapshots.mark(words[0], words[1]));
        }
        List<Order> orders = new ArrayList<>();
        for (String order : parts(resting)) {
            ProposedOrder written = order(order);
            orders.add(new Order(
                    "R-" + orders.size(),
                    written.instrument(),
                    written.side(),
                    written.quantity(),
                    written.limitPrice(),
                    written.reduceOnly()));
        }
        Account account = held.account().withOrders(orders);
        return new Snapshot(held.asOf(), account, instruments, held.collateral(), marks, List.of());
    }

    private static Instrument named(String id) {
        return switch (id) {
            case "INVERSE" -> flat(id, InstrumentType.INVERSE_PERPETUAL, "100");
            case "SPOT" -> flat(id, InstrumentType.SPOT, "1");
            default -> Snapshots.named(id);
        };
    }

    private static Instrument flat(String id, InstrumentType type, String multiplier) {
        return new Instrument(
                id, type, "major", Snapshots.CURRENCY, new BigDecimal(multiplier), BigDecimal.ONE, Snapshots.FLAT);
    }

    static ProposedOrder order(String text) {
        Matcher order = ORDER.matcher(text);
        if (!order.matches()) {
            throw new IllegalArgumentException("A table says \"%s\", which is no order.".formatted(text));
        }
        return new ProposedOrder(
                order.group(3),
                Side.valueOf(order.group(1)),
                new BigDecimal(order.group(2)),
                order.group(4) == null ? null : new BigDecimal(order.group(4)),
                order.group(5) != null);
    }

    static List<String> parts(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.trim().split("\\s*;\\s*", -1));
    }

    /// Six digits after the decimal point, for comparing with what was worked out by hand.
    static String shown(Ratio ratio) {
        return Decimals.canonical(ratio.rounded(6, RoundingMode.HALF_EVEN)).toPlainString();
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
