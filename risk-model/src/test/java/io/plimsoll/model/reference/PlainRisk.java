package io.plimsoll.model.reference;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An account a second time, as plainly as the specification states it, on [Fraction]s. It reads the facts
/// and calls nothing of the model that computes: maintenance margin is a sum of slices, each taxed at its own
/// rate (the maintenance amounts are not read), and prices are found by trying every piece and substituting.
final class PlainRisk {

    private final Snapshot snapshot;
    private final Account account;
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Fraction> marks = new HashMap<>();
    private final Map<String, CollateralAsset> assets = new HashMap<>();
    private final List<PlainPosition> positions = new ArrayList<>();
    private final List<PlainBalance> balances = new ArrayList<>();
    private final Map<String, Purse> purses = new HashMap<>();
    private final Purse shared;
    private final Fraction netWorth;

    PlainRisk(Snapshot snapshot) {
        this.snapshot = snapshot;
        account = snapshot.account();
        snapshot.instruments().forEach(instrument -> instruments.put(instrument.id(), instrument));
        snapshot.collateral().forEach(asset -> assets.put(asset.asset(), asset));
        for (Mark mark : snapshot.marks()) {
            marks.put(mark.id(), Fraction.of(mark.price()));
        }
        marks.put(account.currency(), Fraction.ONE);
        assets.remove(account.currency());
        for (Position position : account.positions()) {
            positions.add(new PlainPosition(
                    position,
                    requirement(position.instrument(), position.leverage()),
                    marks.get(position.instrument()),
                    snapshot.asOf()));
        }
        positions.forEach(position -> purses.put(position.id(), position.purse(position.x())));
        for (Balance balance : account.balances()) {
            balances.add(new PlainBalance(
                    balance, assets.get(balance.asset()), marks.get(balance.asset()), snapshot.asOf()));
        }
        shared = behind(positions.stream().filter(this::isWithTheBalances))
                .plus(new Purse(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, orderMargin()));
        netWorth = positions.stream()
                .map(position -> position.ownMargin().plus(position.contribution(position.x())))
                .reduce(sum(balances.stream().map(PlainBalance::marketValue)), Fraction::plus);
    }

    Account facts() {
        return account;
    }

    List<PlainPosition> positions() {
        return positions;
    }

    List<PlainBalance> balances() {
        return balances;
    }

    PlainPosition position(String instrument) {
        return positions.stream()
                .filter(position -> position.id().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    /// Of a position by itself.
    Purse purse(String instrument) {
        return purses.get(instrument);
    }

    /// Of what shares the balances; of everything in an isolated account.
    Purse account() {
        return shared;
    }

    /// What stands still behind a position while its mark moves.
    Purse rest(PlainPosition moving) {
        return moving.position().isolatedMargin() != null
                ? Purse.EMPTY
                : behind(positions.stream().filter(this::isWithTheBalances).filter(other -> !other.equals(moving)));
    }

    Fraction netWorth() {
        return netWorth;
    }

    PlainLending lending() {
        return PlainLending.of(snapshot, balances);
    }

    Fraction gain() {
        return sum(positions.stream().map(position -> position.gain(position.x())));
    }

    Fraction net() {
        return sum(positions.stream().map(position -> position.net(position.x())));
    }

    Fraction orderMargin() {
        Fraction sum = Fraction.ZERO;
        for (Instrument instrument : snapshot.instruments()) {
            String id = instrument.id();
            List<Order> orders = account.orders().stream()
                    .filter(order -> order.instrument().equals(id))
                    .toList();
            if (!orders.isEmpty()) {
                PlainPosition held = positions.stream()
                        .filter(position -> position.id().equals(id))
                        .findFirst()
                        .orElse(null);
                sum = sum.plus(new PlainOrders(
                                held == null ? requirement(id, null) : held.requirement(),
                                marks.get(id),
                                held == null ? Fraction.ZERO : held.quantity(),
                                orders)
                        .margin());
            }
        }
        return sum;
    }

    /// What of the equity at some time before is lost; null if it is not known.
    Fraction lostSince(BigDecimal before) {
        if (before == null) {
            return null;
        }
        Fraction then = Fraction.of(before);
        return then.minus(account().equity()).max(Fraction.ZERO).over(then);
    }

    /// The magnitudes of everything that has a price.
    List<Fraction> magnitudes() {
        return Stream.concat(
                        positions.stream().map(PlainPosition::value),
                        balances.stream()
                                .filter(balance -> balance.asset() != null)
                                .map(PlainBalance::marketValue))
                .map(Fraction::abs)
                .toList();
    }

    /// The distance of a holding's weight from its target; null where net worth is not positive.
    Fraction drift(AllocationTarget target) {
        if (netWorth.signum() <= 0) {
            return null;
        }
        String holding = target.holding().id();
        Fraction value = sum(Stream.concat(
                positions.stream()
                        .filter(position -> position.id().equals(holding))
                        .map(PlainPosition::value),
                balances.stream()
                        .filter(balance -> balance.balance().asset().equals(holding))
                        .map(PlainBalance::marketValue)));
        return value.over(netWorth).minus(Fraction.of(target.weight())).abs();
    }

    static Fraction sum(Stream<Fraction> terms) {
        return terms.reduce(Fraction.ZERO, Fraction::plus);
    }

    private Purse behind(Stream<PlainPosition> shared) {
        Purse collateral = Purse.of(sum(balances.stream().map(PlainBalance::collateralValue)));
        return shared.map(position -> purse(position.id())).reduce(collateral, Purse::plus);
    }

    private boolean isWithTheBalances(PlainPosition position) {
        return account.marginMode() == MarginMode.ISOLATED
                || position.position().isolatedMargin() == null;
    }

    private PlainRequirement requirement(String id, BigDecimal leverage) {
        Instrument instrument = instruments.get(id);
        return new PlainRequirement(
                instrument,
                instrument.option() == null
                        ? null
                        : marks.get(instrument.option().underlying()),
                leverage == null ? null : Fraction.of(leverage));
    }
}
