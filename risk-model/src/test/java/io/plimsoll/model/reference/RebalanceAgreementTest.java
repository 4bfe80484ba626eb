package io.plimsoll.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Drifts;
import io.plimsoll.model.RandomAllocations;
import io.plimsoll.model.RandomCases;
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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is traded of each asset, by the engine and by [PlainRebalance]: to the last lot.
class RebalanceAgreementTest {

    private static final int ACCOUNTS = Integer.getInteger("plimsoll.accounts", 100_000) / 2;

    private final Reached reached = new Reached();

    @Test
    void agreesWithAPlainImplementation() {
        RandomCases.forAll(ACCOUNTS, this::requireAgreement);

        System.out.printf("%,d accounts: %s%n", ACCOUNTS, reached);
        reached.requireAtLeast(ACCOUNTS / 20, "EDGE", "TARGET", "buys and sells", "only buys", "only sells", "nothing");
        reached.requireAtLeast(ACCOUNTS / 50, "stays outside", "least trade", "several buys", "several sells");
    }

    private void requireAgreement(SplittableRandom random) {
        Snapshot snapshot = random.nextInt(4) == 0 ? RandomAllocations.whole(random) : RandomAllocations.any(random);
        AccountRisk risk = AccountRisk.of(snapshot);
        Drifts drifts = Drifts.any(random, risk);
        if (drifts.breaches().isEmpty()) {
            return;
        }
        Destination destination = random.nextBoolean() ? Destination.EDGE : Destination.TARGET;
        BigDecimal least = BigDecimal.valueOf(random.nextBoolean() ? 0 : random.nextInt(1, 201));
        Rebalance rebalance =
                drifts.rebalance(snapshot, risk, destination, new RebalancePolicy(RebalanceOrder.CASH_FIRST, least));
        Map<String, Fraction> engine = new TreeMap<>();
        for (Trade trade : rebalance.trades()) {
            if (trade.holding().type() == Holding.Type.ASSET) {
                BigDecimal quantity = trade.quantity();
                engine.put(trade.holding().id(), Fraction.of(trade.side() == Side.BUY ? quantity : quantity.negate()));
            }
        }
        Map<String, Fraction> plain = new PlainRebalance(
                        snapshot,
                        new PlainRisk(snapshot).netWorth(),
                        drifts.watched(),
                        drifts.breached(),
                        destination,
                        least)
                .trades();
        assertThat(engine.keySet()).as("%s", snapshot).isEqualTo(plain.keySet());
        engine.forEach((asset, quantity) -> assertThat(quantity)
                .as("%s in %s", asset, snapshot)
                .usingComparator(Fraction::compareTo)
                .isEqualTo(plain.get(asset)));
        mark(rebalance, engine, least);
    }

    private void mark(Rebalance rebalance, Map<String, Fraction> trades, BigDecimal least) {
        long buys = trades.values().stream()
                .filter(quantity -> quantity.signum() > 0)
                .count();
        long sells = trades.size() - buys;
        reached.mark(rebalance.destination().name());
        reached.markIf(buys > 0 && sells > 0, "buys and sells");
        reached.markIf(buys > 0 && sells == 0, "only buys");
        reached.markIf(buys == 0 && sells > 0, "only sells");
        reached.markIf(trades.isEmpty(), "nothing");
        reached.markIf(buys > 1, "several buys");
        reached.markIf(sells > 1, "several sells");
        reached.markIf(!rebalance.outside().isEmpty(), "stays outside");
        reached.markIf(least.signum() > 0 && !trades.isEmpty(), "least trade");
    }
}
