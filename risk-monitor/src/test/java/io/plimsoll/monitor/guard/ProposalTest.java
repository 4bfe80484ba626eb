package io.plimsoll.monitor.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.ClosingOrder;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.LendingOutcome;
import io.plimsoll.model.action.Repayment;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.action.TradingMode;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What guards read off an action and its snapshot.
final class ProposalTest {

    private static final Snapshot CROSS = Snapshots.cross("300", "FLAT 10 @ 100 -> 100; FLAT2 -10 @ 100 -> 100");

    @Test
    void aLiquidationOfACrossAccountDependsOnAllItsMarks() {
        Proposal proposal = of(new Action.Liquidation(
                Scope.account("A-1"),
                List.of(closing("FLAT", "600"), closing("FLAT2", "-50")),
                false,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                Ratio.ZERO));
        assertThat(proposal.type()).isEqualTo("liquidation");
        assertThat(proposal.account()).isEqualTo("A-1");
        assertThat(proposal.currency()).isEqualTo(Snapshots.CURRENCY);
        assertThat(proposal.reach()).isEqualTo(Reach.FORCED);
        assertThat(proposal.rules()).containsExactly("liquidate");
        assertThat(proposal.thresholdRules()).containsExactly("margin");
        assertThat(proposal.closings()).containsExactly(closed("FLAT", "600"), closed("FLAT2", "50"));
        assertThat(proposal.marks()).extracting(Mark::id).containsExactly("FLAT", "FLAT2");
    }

    @Test
    void whatAClosingOfOneCrossPositionTradesIsThatAlone() {
        Proposal proposal = of(new Action.ClosePosition(Scope.position("FLAT"), closing("FLAT", "600")));
        assertThat(proposal.closings()).containsExactly(closed("FLAT", "600"));
        assertThat(proposal.marks()).hasSize(2);
        assertThat(proposal.about()).containsExactly("FLAT");
    }

    @Test
    void anIsolatedPositionDependsOnItsOwnMarkAlone() {
        Snapshot isolated = Snapshots.isolated("FLAT 10 @ 100 -> 100 own 50; FLAT2 -10 @ 100 -> 100 own 50");
        Action call = new Action.MarginCall(Scope.position("FLAT"), BigDecimal.ONE);
        assertThat(of(call, isolated).marks()).extracting(Mark::id).containsExactly("FLAT");
        Action all = new Action.MarginCall(Scope.account("A-1"), BigDecimal.ONE);
        assertThat(of(all, isolated).marks()).extracting(Mark::id).containsExactly("FLAT", "FLAT2");
    }

    @Test
    void ofRepaymentsOutOfOneAssetTheSalesAddUp() {
        Proposal proposal = of(new Action.CollateralLiquidation(
                Scope.account("A-1"),
                List.of(repayment("100"), repayment("11")),
                LendingOutcome.CURED,
                BigDecimal.ZERO,
                Ratio.ZERO,
                Ratio.ZERO));
        assertThat(proposal.closings()).containsExactly(closed("ETH", "111"));
    }

    @Test
    void aRebalanceTradesByChoiceAndNoticesTradeNothing() {
        Trade trade = closing("FLAT", "5").trade();
        assertThat(of(new Action.Rebalance(Scope.account("A-1"), Destination.EDGE, List.of(trade), List.of()))
                        .reach())
                .isEqualTo(Reach.CHOSEN);
        for (Action notice : List.of(
                new Action.MarginCall(Scope.account("A-1"), BigDecimal.ONE),
                new Action.RestrictTrading(Scope.position("FLAT"), TradingMode.REDUCE_ONLY),
                new Action.Alert(Scope.account("A-1")))) {
            assertThat(of(notice).reach()).isEqualTo(Reach.NOTICE);
            assertThat(of(notice).closings()).isEmpty();
        }
    }

    @Test
    void nothingIsProposedThatNoRuleChose() {
        assertThatThrownBy(() -> new Proposal(
                        "1", "A-1", "liquidation", "USD", List.of(), List.of(), List.of(), List.of(), List.of()))
                .isInstanceOf(InvalidFactException.class);
        assertThatThrownBy(() -> new Closing("FLAT", BigDecimal.ONE.negate())).isInstanceOf(InvalidFactException.class);
    }

    private static Proposal of(Action action) {
        return of(action, CROSS);
    }

    private static Proposal of(Action action, Snapshot snapshot) {
        Threshold threshold = new Threshold(
                ThresholdKind.LIQUIDATION,
                Scope.account("A-1"),
                Metric.MARGIN_RATIO,
                Comparison.AT_OR_ABOVE,
                BigDecimal.ONE,
                new BigDecimal("0.9"));
        Breach breach = new Breach(threshold, Ratio.of(BigDecimal.TWO), rule("margin"));
        return Proposal.of("1", new TriggeredAction(action, List.of(breach), List.of(rule("liquidate"))), snapshot);
    }

    private static Provenance rule(String name) {
        return new Provenance(name, new SourcePlace("rules.drl", 1), List.of());
    }

    private static Closing closed(String instrument, String notional) {
        return new Closing(instrument, new BigDecimal(notional));
    }

    private static ClosingOrder closing(String instrument, String notional) {
        Trade trade = new Trade(
                Holding.instrument(instrument), Side.SELL, BigDecimal.ONE, BigDecimal.TEN, new BigDecimal(notional));
        return new ClosingOrder(trade, BigDecimal.ZERO, new PriceLevel.Never());
    }

    private static Repayment repayment(String value) {
        BigDecimal amount = new BigDecimal(value);
        return new Repayment("USDT", amount, amount, "ETH", BigDecimal.ONE, amount, BigDecimal.ZERO, false);
    }
}
