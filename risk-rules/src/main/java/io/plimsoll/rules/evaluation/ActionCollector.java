package io.plimsoll.rules.evaluation;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.ActionSink;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.sizing.LiquidationSizing;
import io.plimsoll.model.sizing.MarginCallSizing;
import io.plimsoll.model.sizing.RebalanceSizing;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Takes what action rules choose, and makes of it one action for each type and scope.
final class ActionCollector extends RuleWitness implements ActionSink {

    /// What a rule asked for about a breach.
    private record Request(Breach breach, Destination destination, Provenance chosenBy) {}

    private final Snapshot snapshot;
    private final AccountRisk risk;
    private final TreeMap<Scope, List<Request>> marginCalls = new TreeMap<>();
    private final TreeMap<Scope, List<Request>> liquidations = new TreeMap<>();
    private final List<Request> rebalances = new ArrayList<>();

    ActionCollector(Snapshot snapshot, AccountRisk risk, RuleBook rules) {
        super(rules);
        this.snapshot = snapshot;
        this.risk = risk;
    }

    @Override
    public void marginCall(Breach breach) {
        requireAllocation(breach, false);
        request(marginCalls, breach);
    }

    @Override
    public void liquidate(Breach breach) {
        requireAllocation(breach, false);
        request(liquidations, breach);
    }

    @Override
    public void rebalance(Breach breach, Destination destination) {
        requireAllocation(breach, true);
        rebalances.add(new Request(breach, destination, firing()));
    }

    /// The actions, in canonical order: margin calls, liquidations and rebalances, each by scope.
    ///
    /// @throws IllegalArgumentException if an action does not act on the metric that is in breach
    List<TriggeredAction> actions() {
        List<TriggeredAction> actions = new ArrayList<>();
        marginCalls.values().forEach(requests -> actions.add(triggered(requests, this::largestCall)));
        liquidations
                .values()
                .forEach(requests ->
                        actions.add(triggered(requests, breaches -> LiquidationSizing.size(risk, breaches))));
        if (!rebalances.isEmpty()) {
            Destination farthest = rebalances.stream()
                    .map(Request::destination)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            actions.add(triggered(rebalances, breaches -> RebalanceSizing.size(snapshot, risk, breaches, farthest)));
        }
        return actions;
    }

    private MarginCall largestCall(List<Breach> breaches) {
        return breaches.stream()
                .map(breach -> MarginCallSizing.size(risk, breach))
                .max(Comparator.comparing(MarginCall::amount))
                .orElseThrow();
    }

    private static TriggeredAction triggered(List<Request> requests, Function<List<Breach>, Action> size) {
        List<Breach> breaches = requests.stream()
                .map(Request::breach)
                .distinct()
                .sorted(CanonicalOrder.BREACHES)
                .toList();
        List<Provenance> rules = requests.stream()
                .map(Request::chosenBy)
                .distinct()
                .sorted(CanonicalOrder.PROVENANCES)
                .toList();
        return new TriggeredAction(size.apply(breaches), breaches, rules);
    }

    private void request(Map<Scope, List<Request>> requests, Breach breach) {
        requests.computeIfAbsent(breach.scope(), scope -> new ArrayList<>())
                .add(new Request(breach, Destination.EDGE, firing()));
    }

    private static void requireAllocation(Breach breach, boolean wanted) {
        boolean allocation = breach.scopeType() == ScopeType.ALLOCATION;
        if (allocation != wanted) {
            throw new IllegalArgumentException(
                    wanted
                            ? "A rebalance can't answer a breach of the %s %s."
                                    .formatted(
                                            breach.scopeType(), breach.scope().id())
                            : "Only a rebalance can answer a breach of an allocation (%s)."
                                    .formatted(breach.scope().id()));
        }
    }
}
