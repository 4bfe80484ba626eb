package io.plimsoll.model.exposure;

import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The metrics of an account after shocks of one direction.
///
/// Only what the direction moves is evaluated again, by the model itself; what stands still is added to it.
/// That is exact, because every total of an account is a sum over its positions, orders and balances.
final class ShockedAccount {

    // The ends of the search are looked at for one threshold after the other.
    private static final int REMEMBERED = 32;

    private final Snapshot moved;
    private final ShockDirection direction;
    private final @Nullable AccountRisk whole;
    private @Nullable Totals still;
    private final Map<BigDecimal, AccountRisk> seen = new HashMap<>();

    /// @param moved what the direction moves
    /// @param whole all of the account, unshocked; null if only what is moved is to be read
    ShockedAccount(Snapshot moved, ShockDirection direction, @Nullable AccountRisk whole) {
        this.moved = moved;
        this.direction = direction;
        this.whole = whole;
    }

    /// What the direction moves, unshocked.
    Snapshot moved() {
        return moved;
    }

    ShockDirection direction() {
        return direction;
    }

    /// The metrics after a shock.
    AccountRisk at(BigDecimal shock) {
        if (seen.size() >= REMEMBERED) {
            seen.clear();
        }
        return seen.computeIfAbsent(shock, this::compute);
    }

    private AccountRisk compute(BigDecimal shock) {
        List<Mark> marks = moved.marks().stream()
                .map(mark -> direction.shocked(mark, shock))
                .toList();
        AccountRisk part = AccountRisk.of(moved.withMarks(marks));
        return whole == null ? part : together(whole, part);
    }

    private AccountRisk together(AccountRisk whole, AccountRisk part) {
        if (still == null) {
            still = Totals.of(whole).minus(Totals.of(AccountRisk.of(moved)));
        }
        Totals totals = still.plus(Totals.of(part));
        return new AccountRisk(
                whole.account(),
                totals.netWorth(),
                totals.margin(),
                totals.initialMargin(),
                totals.orderMargin(),
                totals.unrealisedPnl(),
                replaced(
                        whole.balances(),
                        part.balances(),
                        balance -> balance.balance().asset()),
                replaced(whole.positions(), part.positions(), PositionRisk::id),
                replaced(
                                whole.allocations(),
                                part.allocations(),
                                allocation -> allocation.target().holding())
                        .stream()
                        .map(allocation -> weighted(allocation, totals.netWorth()))
                        .toList());
    }

    private static AllocationRisk weighted(AllocationRisk allocation, Ratio netWorth) {
        Ratio weight = netWorth.signum() > 0 ? allocation.value().dividedBy(netWorth) : null;
        return new AllocationRisk(allocation.target(), allocation.value(), weight);
    }

    private static <E> List<E> replaced(List<E> before, List<E> after, Function<E, Object> key) {
        if (after.isEmpty()) {
            return before;
        }
        Map<Object, E> others = new HashMap<>();
        after.forEach(entry -> others.put(key.apply(entry), entry));
        return before.stream()
                .map(entry -> others.getOrDefault(key.apply(entry), entry))
                .toList();
    }
}
