package io.plimsoll.benchmarks.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.benchmarks.evaluation.Accounts;
import io.plimsoll.benchmarks.evaluation.Kind;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// An account and an order, as sent.
///
/// @param snapshot for an evaluation of the account alone
/// @param check for a check of the order
record Question(Buffer snapshot, Buffer check) {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /// Questions about accounts of five positions. Of four orders one adds a tenth to a position, one takes
    /// half of it away, one goes through zero and far beyond, and one adds what no account has the margin
    /// for.
    ///
    /// @param resting whether each account has an order that rests in each of its instruments
    static List<Question> of(int count, long seed, boolean resting) {
        List<Question> questions = new ArrayList<>();
        for (Snapshot snapshot : Accounts.of(Kind.HEALTHY_5, count, seed)) {
            questions.add(of(resting ? resting(snapshot) : snapshot, questions.size()));
        }
        return questions;
    }

    private static Question of(Snapshot snapshot, int number) {
        Position position = snapshot.account().positions().getFirst();
        boolean adds = number % 4 == 0 || number % 4 == 3;
        Side side = position.isLong() == adds ? Side.BUY : Side.SELL;
        BigDecimal size = position.quantity().abs();
        BigDecimal quantity = switch (number % 4) {
            case 0 -> size.multiply(TENTH);
            case 1 -> size.divide(BigDecimal.TWO, RoundingMode.UP);
            default -> size.add(tooMuch(snapshot, position));
        };
        BigDecimal lot = snapshot.instrument(position.instrument()).lotSize();
        BigDecimal lots = quantity.divide(lot, 0, RoundingMode.UP).multiply(lot);
        String order = "{\"instrument\":\"%s\",\"side\":\"%s\",\"quantity\":\"%s\"}"
                .formatted(position.instrument(), side, lots.toPlainString());
        String text = new String(SnapshotWriter.write(snapshot), UTF_8);
        return new Question(
                Buffer.buffer(text), Buffer.buffer("{\"snapshot\":%s,\"order\":%s}".formatted(text, order)));
    }

    /// Contracts worth more than any leverage makes of the equity.
    private static BigDecimal tooMuch(Snapshot snapshot, Position position) {
        BigDecimal price = snapshot.mark(position.instrument()).price();
        return AccountRisk.of(snapshot)
                .equity()
                .times(BigDecimal.valueOf(200))
                .dividedBy(price)
                .rounded(3, RoundingMode.UP);
    }

    private static Snapshot resting(Snapshot snapshot) {
        List<Order> orders = new ArrayList<>();
        for (Position position : snapshot.account().positions()) {
            orders.add(new Order(
                    "order-" + orders.size(),
                    position.instrument(),
                    orders.size() % 2 == 0 ? Side.BUY : Side.SELL,
                    snapshot.instrument(position.instrument()).lotSize(),
                    snapshot.mark(position.instrument()).price(),
                    false));
        }
        return snapshot.with(snapshot.account().withOrders(orders));
    }
}
