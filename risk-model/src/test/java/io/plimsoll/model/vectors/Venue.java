package io.plimsoll.model.vectors;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Other systems' conventions, set up as accounts of ours: what they state as a formula is asked of the
/// model's public methods.
final class Venue {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final int FINEST = 18;

    /// A position of which only its own bracket is known.
    ///
    /// @param quantity positive for long, negative for short
    record Held(BigDecimal quantity, BigDecimal entry, BigDecimal mark, MarginSchedule schedule) {}

    private Venue() {}

    /// A schedule whose upper tier has this rate and maintenance amount.
    ///
    /// A single bracket is half a schedule: there must be a cheaper tier below it, from 0 to a floor with
    /// `amount = floor × (rate − rateBelow)`. The step between the rates is the rate itself if the floor is
    /// then a finite decimal, and otherwise the greatest number `2^x·5^y` below it, by which everything can
    /// be divided: so the floor is exact, and as low as can be.
    static MarginSchedule bracket(BigDecimal rate, BigDecimal amount) {
        if (amount.signum() == 0) {
            return MarginSchedule.flat(rate, ONE);
        }
        return steps(rate)
                .flatMap(step -> exactQuotient(amount, step)
                        .map(floor -> new MarginSchedule(List.of(
                                new MarginTier(BigDecimal.ZERO, floor, rate.subtract(step), BigDecimal.ZERO, ONE),
                                new MarginTier(floor, null, rate, amount, ONE))))
                        .stream())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No schedule has a tier of %s less %s.".formatted(rate, amount)));
    }

    /// The liquidation price of the first position; the others stand still.
    static Ratio liquidationPrice(MarginMode mode, BigDecimal wallet, List<Held> held) {
        AccountRisk risk = AccountRisk.of(snapshot(mode, wallet, held));
        return switch (PriceLevels.liquidationPrice(risk, risk.position("P0"))) {
            case PriceLevel.At at -> at.price();
            // Venues that know no such answer state the floor of all prices.
            case PriceLevel.Never _ when held.getFirst().quantity().signum() > 0 -> Ratio.ZERO;
            case PriceLevel.Never _, PriceLevel.Always _ ->
                throw new IllegalArgumentException("There is no liquidation price.");
        };
    }

    /// The bankruptcy price of a cross account's only position.
    static Ratio bankruptcyPrice(BigDecimal wallet, Held held) {
        AccountRisk risk = AccountRisk.of(snapshot(MarginMode.CROSS, wallet, List.of(held)));
        return PriceLevels.bankruptcyPrice(risk, risk.position("P0"))
                .level()
                .orElseThrow(() -> new IllegalArgumentException("There is no bankruptcy price."));
    }

    /// Equity of a cross account.
    static Ratio equity(BigDecimal wallet, List<Held> held) {
        return AccountRisk.of(snapshot(MarginMode.CROSS, wallet, held)).equity();
    }

    /// Gross notional of a cross account.
    static Ratio exposure(BigDecimal wallet, List<Held> held) {
        return AccountRisk.of(snapshot(MarginMode.CROSS, wallet, held)).margin().exposure();
    }

    /// Equity of a cross account less its initial margin.
    static Ratio freeCollateral(BigDecimal wallet, List<Held> held) {
        return AccountRisk.of(snapshot(MarginMode.CROSS, wallet, held)).freeCollateral();
    }

    /// Unrealised profit and loss of a position at its mark.
    static Ratio profit(Held held) {
        return atMark(held).unrealisedPnl();
    }

    /// The first position at its mark.
    static PositionRisk atMark(Held held) {
        return AccountRisk.of(snapshot(MarginMode.CROSS, BigDecimal.ZERO, List.of(held)))
                .position("P0");
    }

    /// An account with this much equity and this maintenance margin. Amounts beyond what a fact may hold are
    /// stated without an account.
    static MarginState state(BigDecimal equity, BigDecimal maintenance) {
        if (equity.abs().max(maintenance).compareTo(Decimals.MAGNITUDE_BOUND) >= 0) {
            return MarginState.of(equity, maintenance, maintenance);
        }
        List<Held> held = maintenance.signum() == 0 ? List.of() : List.of(requiring(maintenance));
        return AccountRisk.of(snapshot(MarginMode.CROSS, equity, held)).margin();
    }

    /// A position that has gained nothing and requires just this much.
    static Held requiring(BigDecimal maintenance) {
        return new Held(maintenance, ONE, ONE, MarginSchedule.flat(ONE, ONE));
    }

    private static Snapshot snapshot(MarginMode mode, BigDecimal wallet, List<Held> held) {
        boolean isolated = mode == MarginMode.ISOLATED;
        List<Position> positions = new ArrayList<>();
        List<Instrument> instruments = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            String id = "P" + i;
            positions.add(new Position(id, held.get(i).quantity(), held.get(i).entry(), isolated ? wallet : null));
            instruments.add(Snapshots.instrument(id, "1", "1", held.get(i).schedule()));
            marks.add(new Mark(id, held.get(i).mark(), Snapshots.NOW, "test"));
        }
        List<Balance> balances = isolated ? List.of() : List.of(new Balance(Snapshots.CURRENCY, wallet));
        Account account = new Account("A-1", "retail", mode, Snapshots.CURRENCY, balances, positions, List.of());
        return new Snapshot(Snapshots.NOW, account, instruments, List.of(), marks, List.of());
    }

    private static Stream<BigDecimal> steps(BigDecimal rate) {
        List<BigDecimal> divisors = IntStream.rangeClosed(-FINEST, FINEST)
                .boxed()
                .flatMap(x -> IntStream.rangeClosed(-FINEST, FINEST)
                        .mapToObj(y -> power(2, x).multiply(power(5, y))))
                .filter(step -> step.compareTo(rate) <= 0)
                .map(BigDecimal::stripTrailingZeros)
                .filter(step -> step.scale() <= FINEST)
                .sorted(Comparator.reverseOrder())
                .toList();
        return Stream.of(Stream.of(rate), divisors.stream()).flatMap(Function.identity());
    }

    private static BigDecimal power(int base, int exponent) {
        BigDecimal power = BigDecimal.valueOf(base).pow(Math.abs(exponent));
        return exponent < 0 ? ONE.divide(power) : power;
    }

    private static Optional<BigDecimal> exactQuotient(BigDecimal amount, BigDecimal divisor) {
        BigDecimal quotient = amount.divide(divisor, FINEST, RoundingMode.DOWN);
        return quotient.multiply(divisor).compareTo(amount) == 0 ? Optional.of(quotient) : Optional.empty();
    }
}
