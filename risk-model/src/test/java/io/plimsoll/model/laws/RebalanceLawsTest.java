package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Drifts;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Action.Rebalance;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.sizing.RebalanceOrder;
import io.plimsoll.model.sizing.RebalancePolicy;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What a rebalance with cash first never does, whatever the portfolio.
class RebalanceLawsTest {

    private static final BigDecimal LOT = new BigDecimal("0.0001");
    private static final RebalancePolicy TOGETHER = new RebalancePolicy(RebalanceOrder.IN_PROPORTION, BigDecimal.ZERO);

    private final LongAdder tried = new LongAdder();

    @Test
    void cashIsNeverOverdrawnAndNothingIsSoldThatIsNotThere() {
        forAll(false, book -> {
            for (RebalancePolicy policy : List.of(RebalancePolicy.STANDARD, TOGETHER)) {
                Book after = book.after(book.rebalance(policy).trades());
                assertThat(after.cash()).isGreaterThanOrEqualTo(book.cash().min(BigDecimal.ZERO));
                book.assets()
                        .forEach(asset -> assertThat(after.quantity(asset))
                                .as(asset)
                                .isGreaterThanOrEqualTo(book.quantity(asset).min(BigDecimal.ZERO)));
            }
        });
        assertThat(tried.sum()).isGreaterThanOrEqualTo(Laws.CASES / 2);
    }

    @Test
    void aWholePortfolioEndsInsideAllItsBands() {
        forAll(true, book -> {
            Rebalance rebalance = book.rebalance(RebalancePolicy.STANDARD);
            Book after = book.after(rebalance.trades());
            book.watched()
                    .forEach((holding, clear) -> assertThat(after.drift(holding))
                            .as(holding)
                            .isLessThanOrEqualTo(clear.max(book.drift(holding).min(book.limit(holding)))
                                    .add(LOT)));
            assertThat(book.drifts().breached().keySet())
                    .allSatisfy(holding -> assertThat(after.drift(holding))
                            .isLessThanOrEqualTo(book.watched().get(holding).add(LOT)));
        });
        assertThat(tried.sum()).isGreaterThanOrEqualTo(Laws.CASES / 3);
    }

    @Test
    void nothingPassesItsTargetFurtherThanItsBandOnTheOtherSide() {
        forAll(false, book -> {
            Rebalance rebalance = book.rebalance(RebalancePolicy.STANDARD);
            Book after = book.after(rebalance.trades());
            for (Trade trade : rebalance.trades()) {
                String holding = trade.holding().id();
                BigDecimal before = book.distance(holding);
                BigDecimal now = after.distance(holding);
                if (before.signum() * now.signum() < 0) {
                    assertThat(book.destination()).isEqualTo(Destination.EDGE);
                    assertThat(after.drift(holding))
                            .isLessThanOrEqualTo(book.watched().get(holding));
                }
            }
        });
    }

    @Test
    void whereCashSufficesNothingInsideItsBandIsSold() {
        LongAdder sufficed = new LongAdder();
        forAll(true, book -> {
            boolean isCashInItsBand =
                    book.drift(Snapshots.CURRENCY).compareTo(book.watched().get(Snapshots.CURRENCY)) <= 0;
            BigDecimal needed = book.neededPurchases();
            BigDecimal spare = book.cashAboveItsBand();
            if (!isCashInItsBand || needed.signum() == 0 || needed.compareTo(spare) > 0) {
                return;
            }
            sufficed.increment();
            assertThat(book.rebalance(RebalancePolicy.STANDARD).trades())
                    .filteredOn(trade -> trade.side() == Side.SELL)
                    .allMatch(trade ->
                            book.drifts().breached().containsKey(trade.holding().id()));
        });
        assertThat(sufficed.sum()).isGreaterThanOrEqualTo(Laws.CASES / 200);
    }

    @Test
    void noMoreIsTradedThanWithoutCashFirst() {
        LongAdder less = new LongAdder();
        forAll(true, book -> {
            List<Trade> together = book.rebalance(TOGETHER).trades();
            BigDecimal without = turnover(together);
            BigDecimal with = turnover(book.rebalance(RebalancePolicy.STANDARD).trades());
            Book after = book.after(together);
            boolean alsoCures = book.watched().entrySet().stream()
                    .allMatch(band -> after.drift(band.getKey()).compareTo(band.getValue()) <= 0);
            if (alsoCures) {
                assertThat(with).isLessThanOrEqualTo(without.add(LOT));
                less.add(with.add(BigDecimal.ONE).compareTo(without) < 0 ? 1 : 0);
            }
        });
        assertThat(less.sum()).isGreaterThanOrEqualTo(Laws.CASES / 40);
    }

    @Test
    void theOrderInWhichThingsArriveDoesNotMatter() {
        forAll(false, book -> {
            Account account = book.snapshot().account();
            Account shuffled = new Account(
                    account.id(),
                    account.segment(),
                    account.marginMode(),
                    account.currency(),
                    reversed(account.balances()),
                    reversed(account.positions()),
                    reversed(account.targets()));
            Snapshot other = new Snapshot(
                    book.snapshot().asOf(),
                    shuffled,
                    reversed(book.snapshot().instruments()),
                    reversed(book.snapshot().collateral()),
                    reversed(book.snapshot().marks()),
                    List.of());
            Drifts drifts = new Drifts(
                    reversed(book.drifts().thresholds()), reversed(book.drifts().breaches()));

            assertThat(drifts.rebalance(other, AccountRisk.of(other), book.destination(), RebalancePolicy.STANDARD))
                    .isEqualTo(book.rebalance(RebalancePolicy.STANDARD));
        });
    }

    @Test
    void noTradeIsSmallerThanTheLeast() {
        forAll(false, book -> {
            BigDecimal least = BigDecimal.valueOf(50);
            for (RebalanceOrder order : RebalanceOrder.values()) {
                assertThat(book.rebalance(new RebalancePolicy(order, least)).trades())
                        .allSatisfy(trade -> assertThat(trade.notional()).isGreaterThanOrEqualTo(least));
            }
        });
    }

    @Test
    void whatIsSaidToStayOutsideDoesAndNothingElseThatDrifted() {
        forAll(false, book -> {
            Rebalance rebalance = book.rebalance(RebalancePolicy.STANDARD);
            Book after = book.after(rebalance.trades());
            assertThat(rebalance.outside().stream().map(Holding::id))
                    .containsExactlyElementsOf(book.drifts().breached().entrySet().stream()
                            .filter(band -> after.isOutside(band.getKey(), band.getValue()))
                            .map(Map.Entry::getKey)
                            .sorted(Comparator.comparing(book::holding))
                            .toList());
        });
    }

    private void forAll(boolean isWhole, Consumer<Book> law) {
        RandomCases.forAll(Laws.CASES, random -> {
            Book book = Book.draw(random, isWhole);
            if (!book.drifts().breaches().isEmpty()) {
                tried.increment();
                law.accept(book);
            }
        });
    }

    private static <E> List<E> reversed(List<E> list) {
        List<E> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    private static BigDecimal turnover(List<Trade> trades) {
        return trades.stream().map(Trade::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
