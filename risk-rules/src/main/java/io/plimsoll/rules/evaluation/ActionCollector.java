package io.plimsoll.rules.evaluation;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.ActionSink;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Takes what action rules choose, and makes of it one action for each type and scope.
final class ActionCollector extends RuleWitness implements ActionSink {

    /// What rules can ask for, in the order in which actions come out.
    enum Type {
        MARGIN_CALL,
        LIQUIDATION,
        COLLATERAL_LIQUIDATION,
        REDUCE_LEVERAGE,
        CLOSE_POSITION,
        RESTRICT_TRADING,
        REBALANCE,
        ALERT
    }

    /// What a rule asked for about a breach.
    ///
    /// @param destination how far a rebalance goes; null for other actions
    /// @param hours within which a margin call is to be met; null for no time in particular
    record Request(
            Breach breach,
            Provenance chosenBy,
            @Nullable Destination destination,
            @Nullable BigDecimal hours) {}

    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(8_760);

    private final ActionSizes sizes;
    private final Map<Type, TreeMap<Scope, List<Request>>> requests = new EnumMap<>(Type.class);

    ActionCollector(RuleBook rules, ActionSizes sizes) {
        super(rules);
        this.sizes = sizes;
    }

    @Override
    public void marginCall(Breach breach) {
        requireNoAllocation(breach);
        request(Type.MARGIN_CALL, breach.scope(), new Request(breach, firing(), null, null));
    }

    @Override
    public void marginCall(Breach breach, BigDecimal hours) {
        requireNoAllocation(breach);
        if (hours.signum() <= 0 || hours.compareTo(MOST_HOURS) > 0) {
            throw new IllegalArgumentException(
                    "A margin call's hours (%s) must be above 0 and at most %s. Maybe they are days or minutes."
                            .formatted(hours.toPlainString(), MOST_HOURS.toPlainString()));
        }
        request(Type.MARGIN_CALL, breach.scope(), new Request(breach, firing(), null, hours));
    }

    @Override
    public void liquidate(Breach breach) {
        requireNoAllocation(breach);
        request(Type.LIQUIDATION, breach);
    }

    @Override
    public void liquidateCollateral(Breach breach) {
        requireNoAllocation(breach);
        request(Type.COLLATERAL_LIQUIDATION, breach);
    }

    @Override
    public void reduceLeverage(Breach breach) {
        requireNoAllocation(breach);
        request(Type.REDUCE_LEVERAGE, breach);
    }

    @Override
    public void closePosition(Breach breach) {
        if (breach.scopeType() != ScopeType.POSITION) {
            throw new IllegalArgumentException(
                    "Only a position can be closed, and this breach is of the %s %s. Maybe liquidate or reduce leverage instead."
                            .formatted(breach.scopeType(), breach.scope().id()));
        }
        request(Type.CLOSE_POSITION, breach);
    }

    @Override
    public void restrictTrading(Breach breach) {
        requireNoAllocation(breach);
        request(Type.RESTRICT_TRADING, breach);
    }

    @Override
    public void rebalance(Breach breach, Destination destination) {
        if (breach.scopeType() != ScopeType.ALLOCATION) {
            throw new IllegalArgumentException("A rebalance can't answer a breach of the %s %s."
                    .formatted(breach.scopeType(), breach.scope().id()));
        }
        request(Type.REBALANCE, sizes.account(), new Request(breach, firing(), destination, null));
    }

    @Override
    public void alert(Breach breach) {
        request(Type.ALERT, breach);
    }

    /// The actions, in canonical order: by type, and each by scope.
    ///
    /// @throws IllegalArgumentException if an action does not act on the metric that is in breach
    List<TriggeredAction> actions() {
        List<TriggeredAction> actions = new ArrayList<>();
        requests.forEach((type, byScope) -> byScope.forEach((scope, asked) -> actions.add(triggered(type, asked))));
        return actions;
    }

    private TriggeredAction triggered(Type type, List<Request> asked) {
        List<Breach> breaches = asked.stream()
                .map(Request::breach)
                .distinct()
                .sorted(CanonicalOrder.BREACHES)
                .toList();
        List<Provenance> rules = asked.stream()
                .map(Request::chosenBy)
                .distinct()
                .sorted(CanonicalOrder.PROVENANCES)
                .toList();
        Action action = sizes.size(type, breaches, asked);
        return new TriggeredAction(action, breaches, rules);
    }

    private void request(Type type, Breach breach) {
        request(type, breach.scope(), new Request(breach, firing(), null, null));
    }

    private void request(Type type, Scope scope, Request request) {
        requests.computeIfAbsent(type, any -> new TreeMap<>())
                .computeIfAbsent(scope, any -> new ArrayList<>())
                .add(request);
    }

    private static void requireNoAllocation(Breach breach) {
        if (breach.scopeType() == ScopeType.ALLOCATION) {
            throw new IllegalArgumentException("Only a rebalance or an alert can answer a breach of an allocation (%s)."
                    .formatted(breach.scope().id()));
        }
    }
}
