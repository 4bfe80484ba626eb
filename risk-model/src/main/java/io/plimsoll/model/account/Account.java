package io.plimsoll.model.account;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who is watched: balances, positions and, if there is one, the allocation that should be kept.
///
/// Lists are kept in the canonical order of their identifiers, so that the order in which they arrived can't
/// matter.
///
/// @param id identifier
/// @param segment the risk officers' grouping of clients (`retail`), a key of the threshold tables
/// @param marginMode whether positions share the balances
/// @param currency in which the account is valued and its instruments settle
/// @param balances at most one for each asset
/// @param positions at most one for each instrument
/// @param targets at most one for each holding; empty if no allocation is to be kept
/// @param orders those that rest in markets; at most one for each identifier
/// @param category the lending category that it has chosen, whose terms replace those of its member assets;
///     null for none
/// @param dayOpenEquity equity at the start of the trading day, above 0; null if unknown
/// @param highWaterMark the highest equity so far, above 0; null if unknown
public record Account(
        String id,
        String segment,
        MarginMode marginMode,
        String currency,
        List<Balance> balances,
        List<Position> positions,
        List<AllocationTarget> targets,
        List<Order> orders,
        @Nullable String category,
        @Nullable BigDecimal dayOpenEquity,
        @Nullable BigDecimal highWaterMark) {

    /// The most balances, positions or targets of an account.
    public static final int MAX_ENTRIES = 10_000;

    /// @throws InvalidFactException if a field is out of range, an entry is there twice, a position has margin
    ///     of its own in a cross account or none in an isolated one, or the weights of spot assets sum to more
    ///     than 1
    public Account {
        id = Facts.identifier("id", id);
        segment = Facts.identifier("segment", segment);
        currency = Facts.identifier("currency", currency);
        requireDistinct("balances", balances, Balance::asset);
        requireDistinct("positions", positions, Position::instrument);
        requireDistinct("targets", targets, AllocationTarget::holding);
        requireDistinct("orders", orders, Order::id);
        requireMarginOfItsOwn(positions, marginMode);
        requireAffordable(targets);
        balances =
                balances.stream().sorted(Comparator.comparing(Balance::asset)).toList();
        positions = positions.stream()
                .sorted(Comparator.comparing(Position::instrument))
                .toList();
        targets = targets.stream()
                .sorted(Comparator.comparing(AllocationTarget::holding))
                .toList();
        orders = orders.stream().sorted(Comparator.comparing(Order::id)).toList();
        category = category == null ? null : Facts.identifier("category", category);
        dayOpenEquity = dayOpenEquity == null ? null : Facts.positive("dayOpenEquity", dayOpenEquity);
        highWaterMark = highWaterMark == null ? null : Facts.positive("highWaterMark", highWaterMark);
    }

    /// An account without orders, category or history.
    public Account(
            String id,
            String segment,
            MarginMode marginMode,
            String currency,
            List<Balance> balances,
            List<Position> positions,
            List<AllocationTarget> targets) {
        this(id, segment, marginMode, currency, balances, positions, targets, List.of(), null, null, null);
    }

    /// Whether its balances are collateral that positions share.
    public boolean isCross() {
        return marginMode != MarginMode.ISOLATED;
    }

    /// The same account with other balances and positions.
    public Account with(List<Balance> otherBalances, List<Position> otherPositions) {
        return new Account(
                id,
                segment,
                marginMode,
                currency,
                otherBalances,
                otherPositions,
                targets,
                orders,
                category,
                dayOpenEquity,
                highWaterMark);
    }

    /// The same account with other orders that rest.
    public Account withOrders(List<Order> others) {
        return new Account(
                id,
                segment,
                marginMode,
                currency,
                balances,
                positions,
                targets,
                others,
                category,
                dayOpenEquity,
                highWaterMark);
    }

    private static <E> void requireDistinct(String field, List<E> entries, Function<E, Object> key) {
        if (entries.size() > MAX_ENTRIES) {
            throw new InvalidFactException(
                    field, "has more than %d entries. Maybe split the account.".formatted(MAX_ENTRIES));
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Object entryKey = key.apply(entries.get(i));
            if (!seen.add(entryKey)) {
                String name = entryKey instanceof Holding holding ? holding.id() : entryKey.toString();
                throw new InvalidFactException(
                        field + "/" + i, "names %s a second time. Maybe combine the two.".formatted(name));
            }
        }
    }

    private static void requireMarginOfItsOwn(List<Position> positions, MarginMode marginMode) {
        for (int i = 0; i < positions.size(); i++) {
            boolean hasOwn = positions.get(i).isIsolated();
            if (marginMode != MarginMode.MIXED && hasOwn != (marginMode == MarginMode.ISOLATED)) {
                throw new InvalidFactException(
                        "positions/" + i + "/isolatedMargin",
                        hasOwn
                                ? "must be left out: the account's margin mode is CROSS. Maybe ISOLATED or MIXED was meant."
                                : "is missing: the account's margin mode is ISOLATED. Maybe CROSS or MIXED was meant.");
            }
        }
    }

    private static void requireAffordable(List<AllocationTarget> targets) {
        BigDecimal spot = BigDecimal.ZERO;
        for (int i = 0; i < targets.size(); i++) {
            AllocationTarget target = targets.get(i);
            if (target.holding().type() == Holding.Type.ASSET) {
                if (target.weight().signum() < 0) {
                    throw new InvalidFactException(
                            "targets/" + i + "/weight",
                            "must not be negative: an asset can't be held short. Maybe an instrument was meant.");
                }
                spot = spot.add(target.weight());
            }
        }
        if (spot.compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidFactException(
                    "targets",
                    "give assets %s of net worth; together they can have at most 1. Maybe weights are percentages."
                            .formatted(spot.toPlainString()));
        }
    }
}
