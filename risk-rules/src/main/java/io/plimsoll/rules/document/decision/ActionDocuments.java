package io.plimsoll.rules.document.decision;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.ClosingOrder;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Scope;
import java.util.List;

/// The actions of one decision, as written.
final class ActionDocuments {

    private final Decision decision;
    private final Sentences sentences;

    ActionDocuments(Decision decision) {
        this.decision = decision;
        this.sentences = new Sentences(decision.risk());
    }

    ActionDocument action(TriggeredAction triggered) {
        String id = ActionId.of(decision, triggered);
        ScopeDocument scope = ThresholdDocuments.scope(triggered.action().scope());
        String summary = sentences.summary(triggered);
        List<BreachDocument> breaches =
                triggered.breaches().stream().map(this::breach).toList();
        List<ProvenanceDocument> chosenBy = triggered.chosenBy().stream()
                .map(ThresholdDocuments::provenance)
                .toList();
        String currency = decision.snapshot().account().currency();
        String version = decision.version();
        return switch (triggered.action()) {
            case Action.MarginCall call ->
                new MarginCallDocument(
                        id,
                        scope,
                        summary,
                        call.amount(),
                        currency,
                        call.cures().stream()
                                .map(cure -> new AssetCureDocument(cure.asset(), cure.quantity()))
                                .toList(),
                        call.deadline(),
                        breaches,
                        chosenBy,
                        version);
            case Action.Liquidation liquidation ->
                new LiquidationDocument(
                        id,
                        scope,
                        summary,
                        orders(liquidation.closings()),
                        liquidation.full(),
                        liquidation.outcome(),
                        liquidation.fees(),
                        liquidation.insurance(),
                        liquidation.shortfall(),
                        liquidation.equityAfter(),
                        Ratios.of(liquidation.after()),
                        currency,
                        breaches,
                        chosenBy,
                        version);
            case Action.CollateralLiquidation liquidation ->
                new CollateralLiquidationDocument(
                        id,
                        scope,
                        summary,
                        liquidation.repayments().stream()
                                .map(RepaymentDocument::of)
                                .toList(),
                        liquidation.outcome(),
                        liquidation.isToxic(),
                        liquidation.badDebt(),
                        Ratios.of(liquidation.ltvAfter()),
                        Ratios.of(liquidation.healthAfter()),
                        currency,
                        breaches,
                        chosenBy,
                        version);
            case Action.ReduceLeverage reduction ->
                new ReduceLeverageDocument(
                        id,
                        scope,
                        summary,
                        orders(reduction.closings()),
                        reduction.full(),
                        Ratios.of(reduction.after()),
                        currency,
                        breaches,
                        chosenBy,
                        version);
            case Action.ClosePosition close ->
                new ClosePositionDocument(
                        id, scope, summary, order(close.closing()), currency, breaches, chosenBy, version);
            case Action.RestrictTrading restriction ->
                new RestrictTradingDocument(id, scope, summary, restriction.mode(), breaches, chosenBy, version);
            case Action.Alert _ -> new AlertDocument(id, scope, summary, breaches, chosenBy, version);
            case Action.Rebalance rebalance ->
                new RebalanceDocument(
                        id,
                        scope,
                        summary,
                        rebalance.destination(),
                        trades(rebalance.trades()),
                        rebalance.outside().stream()
                                .map(holding -> ThresholdDocuments.scope(Scope.allocation(holding.id())))
                                .toList(),
                        currency,
                        breaches,
                        chosenBy,
                        version);
        };
    }

    private BreachDocument breach(Breach breach) {
        return new BreachDocument(
                breach.kind(),
                ThresholdDocuments.scope(breach.scope()),
                breach.metric(),
                breach.threshold().comparison(),
                breach.threshold().limit(),
                breach.threshold().clear(),
                Ratios.of(breach.observed()),
                Ratios.of(breach.distance()),
                sentences.clearedBy(breach),
                ThresholdDocuments.provenance(breach.setBy()));
    }

    private static List<ClosingOrderDocument> orders(List<ClosingOrder> closings) {
        return closings.stream().map(ActionDocuments::order).toList();
    }

    private static ClosingOrderDocument order(ClosingOrder closing) {
        Trade trade = closing.trade();
        return new ClosingOrderDocument(
                trade.holding().id(),
                trade.side(),
                trade.quantity(),
                trade.mark(),
                trade.notional(),
                closing.fee(),
                MetricsDocuments.priceLevel(closing.bankruptcyPrice()));
    }

    private static List<TradeDocument> trades(List<Trade> trades) {
        return trades.stream().map(ActionDocuments::trade).toList();
    }

    private static TradeDocument trade(Trade trade) {
        Holding holding = trade.holding();
        return new TradeDocument(
                holding.type() == Holding.Type.ASSET ? holding.id() : null,
                holding.type() == Holding.Type.INSTRUMENT ? holding.id() : null,
                trade.side(),
                trade.quantity(),
                trade.mark(),
                trade.notional());
    }
}
