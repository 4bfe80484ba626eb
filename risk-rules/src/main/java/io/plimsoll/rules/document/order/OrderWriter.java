package io.plimsoll.rules.document.order;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.order.CheckedOrder;
import io.plimsoll.model.order.CheckedOrder.Margined;
import io.plimsoll.model.order.Fill;
import io.plimsoll.model.order.LiquidationOutlook;
import io.plimsoll.model.order.OrderReason;
import io.plimsoll.model.order.ProposedOrder;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.decision.MetricsDocuments;
import io.plimsoll.rules.document.decision.Ratios;
import io.plimsoll.rules.document.decision.RuleSetDocument;
import io.plimsoll.rules.document.decision.ThresholdDocuments;
import io.plimsoll.rules.document.json.JsonWriter;

/// Writes answers about orders in one canonical form: equal answers give the same bytes.
public final class OrderWriter {

    private OrderWriter() {}

    /// The canonical text.
    ///
    /// @param ruleSet which version drew the thresholds
    public static byte[] write(RuleSetDocument ruleSet, CheckedOrder checked) {
        return JsonWriter.write(document(ruleSet, checked));
    }

    /// The canonical document.
    ///
    /// @param ruleSet as above
    public static CheckedOrderDocument document(RuleSetDocument ruleSet, CheckedOrder checked) {
        OrderSentences sentences = new OrderSentences(checked);
        Snapshot snapshot = checked.before().standing().snapshot();
        Fill fill = checked.fill();
        Margined worst = checked.worst();
        return new CheckedOrderDocument(
                ruleSet,
                snapshot.asOf(),
                snapshot.account().id(),
                order(checked.order()),
                checked.verdict(),
                checked.quantity(),
                sentences.summary(),
                checked.reasons().stream()
                        .map(reason -> reason(sentences, reason))
                        .toList(),
                fill == null ? null : fill.price(),
                standing(checked.before()),
                standing(checked.filled()),
                worst == null ? null : standing(worst),
                outlooks(checked.liquidation()));
    }

    private static ProposedOrderDocument order(ProposedOrder order) {
        return new ProposedOrderDocument(
                order.instrument(), order.side(), order.quantity(), order.limitPrice(), order.reduceOnly());
    }

    private static OrderReasonDocument reason(OrderSentences sentences, OrderReason reason) {
        String detail = sentences.detail(reason);
        return switch (reason) {
            case OrderReason.BrokenLot _ -> plain(OrderReasonCode.BROKEN_LOT, detail);
            case OrderReason.NothingToReduce _ -> plain(OrderReasonCode.NOTHING_TO_REDUCE, detail);
            case OrderReason.BeyondPosition _ -> plain(OrderReasonCode.BEYOND_POSITION, detail);
            case OrderReason.Restricted restricted ->
                new OrderReasonDocument(
                        OrderReasonCode.RESTRICTED,
                        detail,
                        null,
                        ThresholdDocuments.threshold(restricted.threshold()),
                        null);
            case OrderReason.WouldCross crossing ->
                new OrderReasonDocument(
                        OrderReasonCode.WOULD_CROSS,
                        detail,
                        crossing.when(),
                        ThresholdDocuments.threshold(crossing.threshold()),
                        null);
            case OrderReason.Margin margin ->
                new OrderReasonDocument(
                        OrderReasonCode.MARGIN,
                        detail,
                        margin.when(),
                        null,
                        Ratios.of(margin.free().negate()));
        };
    }

    private static OrderReasonDocument plain(OrderReasonCode code, String detail) {
        return new OrderReasonDocument(code, detail, null, null, null);
    }

    private static OrderStandingDocument standing(Margined margined) {
        AccountRisk risk = margined.standing().risk();
        return new OrderStandingDocument(
                Ratios.of(risk.equity()),
                Ratios.of(risk.maintenanceMargin()),
                Ratios.of(risk.initialMargin()),
                Ratios.of(risk.orderMargin()),
                Ratios.of(margined.free()),
                margined.standing().thresholds().stream()
                        .map(ThresholdDocuments::threshold)
                        .toList());
    }

    private static OrderOutlooksDocument outlooks(LiquidationOutlook.Outlooks outlooks) {
        return new OrderOutlooksDocument(
                outlook(outlooks.before()),
                outlook(outlooks.filled()),
                outlook(outlooks.worst()),
                outlook(outlooks.best()));
    }

    private static OrderOutlookDocument outlook(LiquidationOutlook outlook) {
        return new OrderOutlookDocument(outlook.quantity(), MetricsDocuments.priceLevel(outlook.price()));
    }
}
