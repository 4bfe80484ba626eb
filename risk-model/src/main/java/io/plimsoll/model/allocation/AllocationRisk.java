package io.plimsoll.model.allocation;

import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One holding beside the share of net worth that it should have.
///
/// @param target what it should be
/// @param value what is held at the mark, signed, in the account's currency; zero if nothing is held
/// @param weight `value ÷ net worth`; null if net worth is not positive, when no share can be stated
public record AllocationRisk(
        AllocationTarget target, Ratio value, @Nullable Ratio weight) {

    /// Every target of the account, in the order of holdings.
    ///
    /// @param netWorth of the account, at the same marks
    public static List<AllocationRisk> of(Snapshot snapshot, Ratio netWorth) {
        return snapshot.account().targets().stream()
                .map(target -> {
                    Ratio value = value(snapshot, target.holding());
                    Ratio weight = netWorth.signum() > 0 ? value.dividedBy(netWorth) : null;
                    return new AllocationRisk(target, value, weight);
                })
                .toList();
    }

    /// Identifier of the holding.
    public String id() {
        return target.holding().id();
    }

    /// Distance of the weight from its target, never negative. Empty if net worth is not positive.
    ///
    /// Source: `|w − t|`, the absolute drift of a calendar- or band-rebalanced portfolio.
    public Optional<Ratio> drift() {
        return Optional.ofNullable(weight)
                .map(held -> held.minus(target.weight()).abs());
    }

    private static Ratio value(Snapshot snapshot, Holding holding) {
        return switch (holding.type()) {
            case ASSET ->
                snapshot.account().balances().stream()
                        .filter(balance -> balance.asset().equals(holding.id()))
                        .map(snapshot::marketValue)
                        .findFirst()
                        .orElse(Ratio.ZERO);
            case INSTRUMENT ->
                snapshot.account().positions().stream()
                        .filter(position -> position.instrument().equals(holding.id()))
                        .map(position -> positionValue(snapshot, position))
                        .findFirst()
                        .orElse(Ratio.ZERO);
        };
    }

    private static Ratio positionValue(Snapshot snapshot, Position position) {
        return snapshot.instrument(position.instrument())
                .value(position.quantity(), snapshot.mark(position.instrument()).price());
    }
}
