package io.plimsoll.model.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Verdicts worked out by hand.
class OrderCheckTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/order/checks.csv", delimiter = '|', numLinesToSkip = 1)
    void isAnsweredAsWorkedOutByHand(
            String name,
            MarginMode mode,
            String balances,
            String positions,
            String markets,
            String resting,
            String order,
            Verdict verdict,
            String quantity,
            String reasons,
            String freeBefore,
            String freeFilled,
            String liquidation) {
        Snapshot snapshot = OrderTables.snapshot(mode, balances, positions, markets, resting);

        CheckedOrder checked = new OrderCheck(Ladder::standing).check(snapshot, OrderTables.order(order));

        assertThat(checked.reasons().stream().map(OrderCheckTest::shown).collect(Collectors.joining("; ")))
                .isEqualTo(reasons == null ? "" : reasons);
        assertThat(checked.verdict()).isEqualTo(verdict);
        assertThat(checked.quantity()).isEqualByComparingTo(new BigDecimal(quantity));
        assertThat(OrderTables.shown(checked.before().free())).isEqualTo(freeBefore);
        assertThat(OrderTables.shown(checked.filled().free())).isEqualTo(freeFilled);
        assertThat(shown(checked.liquidation())).isEqualTo(liquidation);
    }

    private static String shown(OrderReason reason) {
        return switch (reason) {
            case OrderReason.BrokenLot broken -> "lot " + broken.lotSize();
            case OrderReason.NothingToReduce _ -> "nothing to reduce";
            case OrderReason.BeyondPosition beyond -> "beyond " + beyond.position();
            case OrderReason.Restricted restricted ->
                "is " + restricted.threshold().threshold().kind();
            case OrderReason.WouldCross crossing ->
                "%s %s"
                        .formatted(
                                shown(crossing.when()),
                                crossing.threshold().threshold().kind());
            case OrderReason.Margin margin -> "%s %s".formatted(shown(margin.when()), OrderTables.shown(margin.free()));
        };
    }

    private static String shown(Moment moment) {
        return moment.name().toLowerCase(Locale.ROOT);
    }

    private static String shown(LiquidationOutlook.Outlooks outlooks) {
        return Stream.of(outlooks.before(), outlooks.filled(), outlooks.worst(), outlooks.best())
                .map(OrderCheckTest::shown)
                .collect(Collectors.joining("; "));
    }

    private static String shown(LiquidationOutlook outlook) {
        if (outlook.quantity().signum() == 0) {
            return "0";
        }
        String price = switch (outlook.price()) {
            case PriceLevel.At at -> OrderTables.shown(at.price());
            case PriceLevel.Never _ -> "never";
            case PriceLevel.Always _ -> "always";
        };
        return outlook.quantity() + " @ " + price;
    }
}
