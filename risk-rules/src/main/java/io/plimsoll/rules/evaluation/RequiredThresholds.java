package io.plimsoll.rules.evaluation;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The kinds of threshold that no account may be without. An account that fell through the tables would look
/// healthy for ever; it is refused instead.
///
/// @param kinds those that the rule set requires
record RequiredThresholds(Set<ThresholdKind> kinds) {

    /// @throws EvaluationException if something that needs a threshold has none
    void check(Account account, List<ThresholdState> thresholds) {
        for (ThresholdKind kind : kinds) {
            for (Scope scope : scopes(kind, account)) {
                boolean guarded = thresholds.stream()
                        .anyMatch(state -> state.threshold().kind() == kind
                                && state.threshold().scope().equals(scope));
                if (!guarded) {
                    throw new EvaluationException(
                            "No rule set a %s threshold for %s %s (segment %s). Maybe the segment or an instrument class is misspelt, or a table lacks its row."
                                    .formatted(kind, scope.type(), scope.id(), account.segment()),
                            null,
                            null);
                }
            }
        }
    }

    private static List<Scope> scopes(ThresholdKind kind, Account account) {
        return switch (kind) {
            case WARNING, MARGIN_CALL, REDUCE_ONLY, LIQUIDATION, LEVERAGE -> withOwnEquity(account);
            case COLLATERAL_LIQUIDATION ->
                account.balances().stream().anyMatch(Balance::isDebt)
                        ? List.of(Scope.account(account.id()))
                        : List.of();
            case EQUITY, CONCENTRATION ->
                account.positions().isEmpty() ? List.of() : List.of(Scope.account(account.id()));
            case PROFIT, LOSS ->
                account.positions().stream()
                        .map(Position::instrument)
                        .map(Scope::position)
                        .toList();
            case REBALANCING ->
                account.targets().stream()
                        .map(AllocationTarget::holding)
                        .map(holding -> Scope.allocation(holding.id()))
                        .toList();
        };
    }

    private static List<Scope> withOwnEquity(Account account) {
        List<Scope> scopes = new ArrayList<>();
        if (account.positions().stream().anyMatch(position -> !position.isIsolated())) {
            scopes.add(Scope.account(account.id()));
        }
        account.positions().stream()
                .filter(Position::isIsolated)
                .forEach(position -> scopes.add(Scope.position(position.instrument())));
        return scopes;
    }
}
