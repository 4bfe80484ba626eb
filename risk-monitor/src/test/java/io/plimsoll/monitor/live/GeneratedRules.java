package io.plimsoll.monitor.live;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.Action.Alert;
import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.Action.RestrictTrading;
import io.plimsoll.model.action.TradingMode;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.monitor.line.RandomThresholds;
import io.plimsoll.monitor.line.Watched;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Rules that are drawn: thresholds near to where an account is when it is first asked about, and actions by
/// the kinds of what is crossed. Accounts of the same segment get the same.
final class GeneratedRules implements BookRules {

    private static final List<ThresholdKind> KINDS = List.of(
            ThresholdKind.WARNING, ThresholdKind.MARGIN_CALL, ThresholdKind.REDUCE_ONLY, ThresholdKind.LIQUIDATION);
    private static final Provenance RULE = new Provenance("generated", new SourcePlace("generated.drl", 1), List.of());

    private final long seed;
    private final Map<String, List<Threshold>> drawn = new HashMap<>();

    GeneratedRules(long seed) {
        this.seed = seed;
    }

    @Override
    public List<Threshold> thresholds(Snapshot snapshot) throws UndecidableAccountException {
        if (draw(snapshot, 40) == 0) {
            throw new UndecidableAccountException("The rules fail on this account.");
        }
        if (draw(snapshot, 40) == 1) {
            throw new IllegalStateException("The rules have a defect with this account.");
        }
        return escalated(drawn.computeIfAbsent(snapshot.account().segment(), any -> draw(snapshot)), snapshot);
    }

    /// Who has not met a call is liquidated where others are called, some of them an hour later.
    private List<Threshold> escalated(List<Threshold> thresholds, Snapshot snapshot) {
        int hours = draw(snapshot, 2);
        List<Threshold> all = new ArrayList<>(thresholds);
        for (Threshold threshold : thresholds) {
            Threshold stricter = new Threshold(
                    ThresholdKind.LIQUIDATION,
                    threshold.scope(),
                    threshold.metric(),
                    threshold.comparison(),
                    threshold.limit(),
                    threshold.clear());
            if (threshold.kind() == ThresholdKind.MARGIN_CALL
                    && all.stream().noneMatch(stricter::competesWith)
                    && isOverdue(snapshot, threshold.scope(), hours)) {
                all.add(stricter);
            }
        }
        return List.copyOf(all);
    }

    private static boolean isOverdue(Snapshot snapshot, Scope scope, int hours) {
        return snapshot.signals().stream()
                .anyMatch(signal -> signal.name().equals("margin_call_overdue")
                        && signal.subject().equals(scope.id())
                        && signal.value().intValueExact() >= hours);
    }

    private int draw(Snapshot snapshot, int bound) {
        return new SplittableRandom(31 * seed + snapshot.account().segment().hashCode()).nextInt(bound);
    }

    private List<Threshold> draw(Snapshot snapshot) {
        SplittableRandom random =
                new SplittableRandom(seed + snapshot.account().segment().hashCode());
        List<Threshold> all = new ArrayList<>();
        for (Watched each : RandomThresholds.all(random, AccountRisk.of(snapshot))) {
            Threshold threshold = each.threshold();
            Threshold kept = new Threshold(
                    KINDS.get(random.nextInt(KINDS.size())),
                    threshold.scope(),
                    threshold.metric(),
                    threshold.comparison(),
                    threshold.limit(),
                    threshold.clear());
            if (random.nextInt(5) == 0 && all.stream().noneMatch(kept::competesWith)) {
                all.add(kept);
            }
        }
        return List.copyOf(all);
    }

    @Override
    public Decision decide(Snapshot snapshot) throws UndecidableAccountException {
        AccountRisk risk = AccountRisk.of(snapshot);
        List<ThresholdState> states = new ArrayList<>();
        for (Threshold threshold : thresholds(snapshot)) {
            Ratio reading = risk.reading(threshold.metric(), threshold.scope()).orElse(null);
            states.add(new ThresholdState(threshold, RULE, List.of(), reading));
        }
        List<Breach> breaches =
                states.stream().flatMap(state -> state.breach().stream()).toList();
        if (draw(snapshot, 60) == 1 + breaches.size()) {
            throw new IllegalStateException("The rules have a defect.");
        }
        if (draw(snapshot, 30) == 1 + breaches.size()) {
            throw new UndecidableAccountException("The rules fail on these breaches.");
        }
        return new Decision(snapshot, "generated", "v" + seed, risk, states, actions(snapshot, breaches), List.of());
    }

    /// One action of a kind for each scope, whatever there is of it; no call beside a liquidation.
    private static List<TriggeredAction> actions(Snapshot snapshot, List<Breach> breaches) {
        boolean isLiquidated = breaches.stream().anyMatch(breach -> breach.kind() == ThresholdKind.LIQUIDATION);
        Map<Scope, List<Breach>> byScope = new HashMap<>();
        List<TriggeredAction> actions = new ArrayList<>();
        for (ThresholdKind kind : KINDS) {
            if (kind == ThresholdKind.MARGIN_CALL && isLiquidated) {
                continue;
            }
            byScope.clear();
            byScope.putAll(breaches.stream()
                    .filter(breach -> breach.kind() == kind)
                    .collect(Collectors.groupingBy(Breach::scope)));
            byScope.keySet().stream()
                    .sorted()
                    .forEach(scope -> actions.add(
                            new TriggeredAction(action(kind, scope, snapshot), byScope.get(scope), List.of(RULE))));
        }
        return actions;
    }

    private static Action action(ThresholdKind kind, Scope scope, Snapshot snapshot) {
        return switch (kind) {
            case MARGIN_CALL ->
                new MarginCall(scope, BigDecimal.ONE, List.of(), snapshot.asOf().plus(Duration.ofMinutes(3)));
            case REDUCE_ONLY -> new RestrictTrading(scope, TradingMode.REDUCE_ONLY);
            case LIQUIDATION ->
                new Liquidation(scope, List.of(), false, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Ratio.ZERO);
            default -> new Alert(scope);
        };
    }
}
