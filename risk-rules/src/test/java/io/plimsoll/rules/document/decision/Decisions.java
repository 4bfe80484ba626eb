package io.plimsoll.rules.document.decision;

import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.decision.RuleFiring;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.model.sizing.LiquidationSizing;
import io.plimsoll.model.sizing.MarginCallSizing;
import io.plimsoll.model.sizing.RebalanceOrder;
import io.plimsoll.model.sizing.RebalancePolicy;
import io.plimsoll.model.sizing.RebalanceSizing;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.document.snapshot.GoodDocument;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A decision with something of everything, made by hand: no engine is needed to write one.
public final class Decisions {

    private static final ThresholdRow ROW = new ThresholdRow(
            "margin",
            "margin:retail/major",
            new SourcePlace("tables/margin.csv", 4),
            Map.of("segment", "retail"),
            Map.of("margin_call", new BigDecimal("0.8")),
            Map.of("segment", "retail", "instrument_class", "major", "margin_call", "80 %"));

    private static final Provenance MARGIN =
            new Provenance("margin limits", new SourcePlace("thresholds/margin.drl", 12), List.of(ROW));

    private static final Provenance DRIFT =
            new Provenance("drift bands", new SourcePlace("thresholds/rebalancing.drl", 5), List.of());

    private static final Provenance RESPONSE =
            new Provenance("call for margin", new SourcePlace("actions/margin.drl", 7), List.of());

    private static final RebalancePolicy TOGETHER = new RebalancePolicy(RebalanceOrder.IN_PROPORTION, BigDecimal.ZERO);

    private Decisions() {}

    /// The account of `good.json` with this much cash, judged by limits written here.
    public static Decision withCash(String cash) {
        String text = GoodDocument.with("\"quantity\": \"1000\"", "\"quantity\": \"%s\"".formatted(cash));
        return decide(SnapshotReader.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Judges a snapshot of the account of `good.json`.
    public static Decision decide(Snapshot snapshot) {
        AccountRisk risk = AccountRisk.of(snapshot);
        List<ThresholdState> thresholds = thresholds(risk);
        List<TriggeredAction> actions = thresholds.stream()
                .flatMap(state -> state.breach().stream())
                .map(breach -> action(snapshot, risk, breach))
                .toList();
        return new Decision(
                snapshot,
                "standard",
                "sha256:" + "0f".repeat(32),
                risk,
                thresholds,
                actions,
                List.of(
                        new RuleFiring("margin limits", MARGIN.place(), 2),
                        new RuleFiring("never", new SourcePlace("thresholds/margin.drl", 40), 0)));
    }

    private static List<ThresholdState> thresholds(AccountRisk risk) {
        Scope account = Scope.account(risk.account().id());
        return List.of(
                state(risk, ThresholdKind.MARGIN_CALL, account, Metric.MARGIN_RATIO, "0.05", "0.04"),
                state(risk, ThresholdKind.MARGIN_CALL, account, Metric.UNREALISED_PNL, "1000", "0"),
                state(risk, ThresholdKind.LIQUIDATION, account, Metric.LEVERAGE, "4", "3"),
                state(risk, ThresholdKind.REBALANCING, Scope.allocation("BTC"), Metric.DRIFT, "0.1", "0.05"));
    }

    private static ThresholdState state(
            AccountRisk risk, ThresholdKind kind, Scope scope, Metric metric, String limit, String clear) {
        Threshold threshold = threshold(kind, scope, metric, limit, clear);
        Provenance setBy = metric == Metric.DRIFT ? DRIFT : MARGIN;
        List<ThresholdState.Overruled> overruled = metric == Metric.MARGIN_RATIO
                ? List.of(new ThresholdState.Overruled(threshold(kind, scope, metric, "0.9", "0.8"), RESPONSE))
                : List.of();
        return new ThresholdState(
                threshold, setBy, overruled, risk.reading(metric, scope).orElse(null));
    }

    private static Threshold threshold(ThresholdKind kind, Scope scope, Metric metric, String limit, String clear) {
        return new Threshold(kind, scope, metric, Comparison.AT_OR_ABOVE, new BigDecimal(limit), new BigDecimal(clear));
    }

    private static TriggeredAction action(Snapshot snapshot, AccountRisk risk, Breach breach) {
        return new TriggeredAction(
                switch (breach.kind()) {
                    case MARGIN_CALL -> MarginCallSizing.size(risk, breach);
                    case LIQUIDATION -> LiquidationSizing.size(risk, breach);
                    case REBALANCING ->
                        RebalanceSizing.size(snapshot, risk, List.of(breach), Destination.TARGET, List.of(), TOGETHER);
                    default -> throw new IllegalArgumentException("No action answers %s here.".formatted(breach));
                },
                List.of(breach),
                List.of(RESPONSE));
    }
}
