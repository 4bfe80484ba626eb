package io.plimsoll.model.exposure;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Along which marks move in a shock: one of them alone, or all that the account depends on together.
///
/// A shock of `s` makes a mark `mark × (1 + beta × s)`, rounded down to 18 decimals, which is as finely as a
/// mark can be stated. In the joint direction the beta is the snapshot's signal named [#BETA] whose subject is
/// the mark's instrument or asset, and 1 where there is none; what has a beta of 0 stands still. An option's
/// mark moves by a beta of its own too: nothing here prices options.
///
/// @param mark the one that moves alone; null if they move together
/// @param betas of what moves, by the identifier of the mark, none of them 0
public record ShockDirection(@Nullable String mark, NavigableMap<String, BigDecimal> betas) {

    /// The name of the signals that say how strongly a mark moves with the joint shock.
    public static final String BETA = "beta";

    /// The largest shock that is looked at: +1000 %.
    public static final BigDecimal LARGEST = BigDecimal.TEN;

    /// The smallest step of a shock, and of a mark.
    static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(Decimals.MAX_SCALE);

    /// Keeps the betas in the order of identifiers.
    public ShockDirection {
        betas = Collections.unmodifiableNavigableMap(new TreeMap<>(betas));
    }

    /// Every direction of an account: each mark that its positions, orders and balances are valued or margined
    /// by, in the order of identifiers, and the joint one last.
    public static List<ShockDirection> of(Snapshot snapshot) {
        TreeMap<String, BigDecimal> betas = new TreeMap<>();
        String currency = snapshot.account().currency();
        Stream.concat(
                        snapshot.account().positions().stream().map(position -> position.instrument()),
                        snapshot.account().orders().stream().map(order -> order.instrument()))
                .forEach(instrument -> {
                    betas.put(instrument, BigDecimal.ONE);
                    OptionTerms option = snapshot.instrument(instrument).option();
                    if (option != null) {
                        betas.put(option.underlying(), BigDecimal.ONE);
                    }
                });
        snapshot.account().balances().stream()
                .filter(balance -> balance.quantity().signum() != 0)
                .map(Balance::asset)
                .filter(asset -> !asset.equals(currency))
                .forEach(asset -> betas.put(asset, BigDecimal.ONE));
        List<ShockDirection> directions = new ArrayList<>();
        betas.forEach((mark, beta) ->
                directions.add(new ShockDirection(mark, new TreeMap<>(Collections.singletonMap(mark, beta)))));
        for (Signal signal : snapshot.signals()) {
            if (signal.name().equals(BETA)) {
                betas.replace(signal.subject(), signal.value());
            }
        }
        betas.values().removeIf(beta -> beta.signum() == 0);
        directions.add(new ShockDirection(null, betas));
        return directions;
    }

    /// The direction in which everything moves together.
    public static ShockDirection joint(Snapshot snapshot) {
        return of(snapshot).getLast();
    }

    /// Whether everything moves together.
    public boolean isJoint() {
        return mark == null;
    }

    /// The mark after a shock.
    Mark shocked(Mark before, BigDecimal shock) {
        BigDecimal beta = betas.get(before.id());
        return beta == null
                ? before
                : new Mark(before.id(), price(before.price(), beta, shock), before.time(), before.source());
    }

    /// The snapshot after a shock. A mark that would fall to 0 or below it stops at the lowest price that can
    /// be stated, one that would rise to the bound of numbers stops below it, and the others go on.
    public Snapshot shocked(Snapshot snapshot, BigDecimal shock) {
        return snapshot.withMarks(
                snapshot.marks().stream().map(mark -> stopped(mark, shock)).toList());
    }

    /// The mark after a shock, which stops it at the lowest price that can be stated, or below the bound of
    /// numbers.
    public Mark stopped(Mark before, BigDecimal shock) {
        BigDecimal beta = betas.get(before.id());
        if (beta == null) {
            return before;
        }
        BigDecimal price = price(before.price(), beta, shock).max(STEP).min(Decimals.MAGNITUDE_BOUND.subtract(STEP));
        return new Mark(before.id(), price, before.time(), before.source());
    }

    private static BigDecimal price(BigDecimal before, BigDecimal beta, BigDecimal shock) {
        BigDecimal after = before.multiply(BigDecimal.ONE.add(beta.multiply(shock)));
        return after.setScale(Decimals.MAX_SCALE, RoundingMode.FLOOR);
    }

    /// The largest magnitude of a shock at which all marks are still above 0, and below the bound of numbers;
    /// at most [#LARGEST].
    ///
    /// @param sign 1 for a shock upwards, -1 for one downwards
    BigDecimal farthest(Snapshot snapshot, int sign) {
        BigDecimal farthest = LARGEST;
        for (var moved : betas.entrySet()) {
            BigDecimal price = snapshot.mark(moved.getKey()).price();
            boolean rises = moved.getValue().signum() == sign;
            BigDecimal room = rises ? Decimals.MAGNITUDE_BOUND.subtract(STEP).subtract(price) : price.subtract(STEP);
            BigDecimal perShock = price.multiply(moved.getValue().abs());
            farthest = farthest.min(room.divide(perShock, Decimals.MAX_SCALE, RoundingMode.FLOOR));
        }
        return farthest;
    }
}
