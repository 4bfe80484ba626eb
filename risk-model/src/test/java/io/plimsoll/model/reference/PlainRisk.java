package io.plimsoll.model.reference;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The metrics of an account a second time, as plainly as the specification states them, on [Fraction]s. It
/// reads the facts and calls nothing of the model that computes: maintenance margin is a sum of slices, each
/// taxed at its own rate (the maintenance amounts are not read), and prices are found by trying every tier
/// and substituting.
final class PlainRisk {

    /// The metrics that it knows.
    static final List<Metric> METRICS = List.of(
            Metric.MARGIN_RATIO,
            Metric.LEVERAGE,
            Metric.EQUITY,
            Metric.FREE_COLLATERAL,
            Metric.UNREALISED_PNL,
            Metric.NOTIONAL,
            Metric.DRIFT);

    /// What a metric reads.
    ///
    /// @param value null if it is greater than every number
    record Reading(Fraction value) {

        static final Reading UNBOUNDED = new Reading(null);

        boolean isAbove(BigDecimal limit) {
            return value == null || value.compareTo(Fraction.of(limit)) > 0;
        }

        boolean isAt(BigDecimal limit) {
            return value != null && value.compareTo(Fraction.of(limit)) == 0;
        }
    }

    /// Where a price level is.
    ///
    /// @param answer `AT`, `NEVER` or `ALWAYS`
    /// @param price null unless it is `AT` one
    record Level(String answer, Fraction price) {

        static final Level NEVER = new Level("NEVER", null);
        static final Level ALWAYS = new Level("ALWAYS", null);

        static Level at(Fraction price) {
            return new Level("AT", price);
        }
    }

    /// What something has and needs.
    record Purse(Fraction equity, Fraction exposure, Fraction maintenance, Fraction initial) {

        static final Purse EMPTY = new Purse(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

        Purse plus(Purse other) {
            return new Purse(
                    equity.plus(other.equity),
                    exposure.plus(other.exposure),
                    maintenance.plus(other.maintenance),
                    initial.plus(other.initial));
        }
    }

    private static final Fraction HUNDRED_MILLION = Fraction.of(100_000_000);

    private final Account account;
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Fraction> marks = new HashMap<>();
    private final Map<String, Fraction> haircuts = new HashMap<>();

    PlainRisk(Snapshot snapshot) {
        account = snapshot.account();
        for (Instrument instrument : snapshot.instruments()) {
            instruments.put(instrument.id(), instrument);
        }
        for (Mark mark : snapshot.marks()) {
            marks.put(mark.id(), Fraction.of(mark.price()));
        }
        for (CollateralAsset asset : snapshot.collateral()) {
            haircuts.put(asset.asset(), Fraction.of(asset.haircut()));
        }
        marks.put(account.currency(), Fraction.ONE);
        haircuts.put(account.currency(), Fraction.ZERO);
    }

    /// Of the whole account, isolated margins included.
    Purse account() {
        return account.positions().stream().map(this::position).reduce(collateral(), Purse::plus);
    }

    /// Of one position by itself: its own margin and what it has gained.
    Purse position(Position position) {
        Fraction price = marks.get(position.instrument());
        Fraction notional = units(position).abs().times(price);
        return new Purse(
                equity(position, price), notional, maintenance(position, notional), initial(position, notional));
    }

    Fraction netWorth() {
        Fraction sum = Fraction.ZERO;
        for (Balance balance : account.balances()) {
            sum = sum.plus(Fraction.of(balance.quantity()).times(marks.get(balance.asset())));
        }
        for (Position position : account.positions()) {
            sum = sum.plus(ownMargin(position)).plus(gain(position));
        }
        return sum;
    }

    Fraction gain(Position position) {
        return gain(position, marks.get(position.instrument()));
    }

    Fraction gain() {
        return account.positions().stream().map(this::gain).reduce(Fraction.ZERO, Fraction::plus);
    }

    /// What a metric reads of a scope that has this purse. Empty if it is not defined.
    Optional<Reading> reading(Metric metric, Scope scope, Purse purse) {
        if (scope.type() == ScopeType.ALLOCATION) {
            return drift(scope.id()).map(Reading::new);
        }
        boolean whole = scope.type() == ScopeType.ACCOUNT;
        return Optional.of(
                switch (metric) {
                    case MARGIN_RATIO -> ratio(purse.maintenance(), purse);
                    case LEVERAGE -> ratio(purse.exposure(), purse);
                    case EQUITY -> new Reading(purse.equity());
                    case FREE_COLLATERAL -> new Reading(purse.equity().minus(purse.initial()));
                    case UNREALISED_PNL -> new Reading(whole ? gain() : gain(held(scope.id())));
                    case NOTIONAL -> new Reading(purse.exposure());
                    default -> throw new IllegalArgumentException("Not known here.");
                });
    }

    /// Where the slack `limit × equity − maintenance` changes its sign while the position loses.
    Level marginRatioLevel(Position position, Purse rest, BigDecimal limit) {
        Fraction ratio = Fraction.of(limit);
        return level(
                position,
                price -> ratio.times(rest.equity().plus(equity(position, price)))
                        .minus(rest.maintenance())
                        .minus(maintenance(position, units(position).abs().times(price))));
    }

    /// Where equity changes its sign while the position loses.
    Level bankruptcyLevel(Position position, Purse rest) {
        return level(position, price -> rest.equity().plus(equity(position, price)));
    }

    /// The least amount in whole 10^-8 that brings a metric to a clear level, by adding it and looking.
    static BigDecimal marginCall(Metric metric, Purse purse, BigDecimal clear) {
        boolean isRatio = metric == Metric.MARGIN_RATIO || metric == Metric.LEVERAGE;
        if (isRatio && purse.exposure().signum() == 0) {
            return BigDecimal.ZERO;
        }
        Fraction wanted = switch (metric) {
            case MARGIN_RATIO -> purse.maintenance().over(Fraction.of(clear));
            case LEVERAGE -> purse.exposure().over(Fraction.of(clear));
            case EQUITY -> Fraction.of(clear);
            case FREE_COLLATERAL -> purse.initial().plus(Fraction.of(clear));
            default -> throw new IllegalArgumentException("Collateral does not move it.");
        };
        Fraction amount = Fraction.of(wanted.minus(purse.equity()).ceiling(8));
        if (amount.signum() < 0) {
            amount = Fraction.ZERO;
        }
        if (isRatio
                && purse.exposure().signum() > 0
                && purse.equity().plus(amount).signum() <= 0) {
            amount = amount.plus(Fraction.ONE.over(HUNDRED_MILLION));
        }
        return amount.floor(8);
    }

    private static Reading ratio(Fraction amount, Purse purse) {
        if (purse.exposure().signum() == 0) {
            return new Reading(Fraction.ZERO);
        }
        return purse.equity().signum() > 0 ? new Reading(amount.over(purse.equity())) : Reading.UNBOUNDED;
    }

    private Optional<Fraction> drift(String holding) {
        Fraction netWorth = netWorth();
        if (netWorth.signum() <= 0) {
            return Optional.empty();
        }
        Fraction value = Fraction.ZERO;
        for (Balance balance : account.balances()) {
            if (balance.asset().equals(holding)) {
                value = Fraction.of(balance.quantity()).times(marks.get(holding));
            }
        }
        for (Position position : account.positions()) {
            if (position.instrument().equals(holding)) {
                value = units(position).times(marks.get(holding));
            }
        }
        for (AllocationTarget target : account.targets()) {
            if (target.holding().id().equals(holding)) {
                return Optional.of(
                        value.over(netWorth).minus(Fraction.of(target.weight())).abs());
            }
        }
        throw new IllegalArgumentException("There is no target for " + holding + ".");
    }

    private interface Slack {
        Fraction at(Fraction price);
    }

    // Between two neighbouring tier edges the slack is a straight line, so two points give its root.
    private Level level(Position position, Slack slack) {
        boolean isLong = position.quantity().signum() > 0;
        int start = slack.at(Fraction.ZERO).signum();
        if (isLong && start > 0) {
            return Level.NEVER;
        }
        if (!isLong && start <= 0) {
            return Level.ALWAYS;
        }
        List<MarginTier> tiers = schedule(position);
        Fraction high = Fraction.ZERO;
        Fraction atHigh = slack.at(high);
        for (int i = 0; i < tiers.size(); i++) {
            boolean isLast = i + 1 == tiers.size();
            Fraction low = high;
            Fraction atLow = atHigh;
            high = isLast ? low.plus(Fraction.ONE) : edge(position, tiers.get(i + 1));
            atHigh = slack.at(high);
            boolean turns = isLong ? atLow.compareTo(atHigh) < 0 : atLow.compareTo(atHigh) > 0;
            if (turns) {
                Fraction root = low.plus(atLow.times(high.minus(low)).over(atLow.minus(atHigh)));
                boolean isInTheTier = root.compareTo(low) >= 0 && (isLast || root.compareTo(high) <= 0);
                if (isInTheTier) {
                    if (slack.at(root).signum() != 0) {
                        throw new AssertionError("The root " + root + " is none.");
                    }
                    if (root.signum() > 0) {
                        return Level.at(root);
                    }
                    return isLong ? Level.NEVER : Level.ALWAYS;
                }
            }
        }
        return Level.ALWAYS;
    }

    /// What stands still while the mark of one position moves.
    Purse rest(Position moving) {
        Purse rest = Purse.EMPTY;
        if (moving.isolatedMargin() == null) {
            rest = collateral();
            for (Position position : account.positions()) {
                if (!position.equals(moving)) {
                    rest = rest.plus(position(position));
                }
            }
        }
        return rest;
    }

    private Purse collateral() {
        Fraction equity = Fraction.ZERO;
        for (Balance balance : account.balances()) {
            Fraction value = Fraction.of(balance.quantity()).times(marks.get(balance.asset()));
            equity = equity.plus(value.times(Fraction.ONE.minus(haircuts.get(balance.asset()))));
        }
        return new Purse(equity, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);
    }

    private Fraction equity(Position position, Fraction price) {
        return ownMargin(position).plus(gain(position, price));
    }

    private Fraction gain(Position position, Fraction price) {
        return units(position).times(price.minus(Fraction.of(position.entryPrice())));
    }

    private Fraction maintenance(Position position, Fraction notional) {
        List<MarginTier> tiers = schedule(position);
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            Fraction from = Fraction.of(tiers.get(i).floor());
            Fraction to = notional;
            if (i + 1 < tiers.size()) {
                Fraction next = Fraction.of(tiers.get(i + 1).floor());
                to = next.compareTo(notional) < 0 ? next : notional;
            }
            if (to.compareTo(from) > 0) {
                sum = sum.plus(to.minus(from).times(Fraction.of(tiers.get(i).maintenanceRate())));
            }
        }
        return sum;
    }

    private Fraction initial(Position position, Fraction notional) {
        Fraction leverage = Fraction.ONE;
        for (MarginTier tier : schedule(position)) {
            if (notional.compareTo(Fraction.of(tier.floor())) >= 0) {
                leverage = Fraction.of(tier.maxLeverage());
            }
        }
        return notional.over(leverage);
    }

    private Fraction units(Position position) {
        return Fraction.of(position.quantity())
                .times(Fraction.of(instruments.get(position.instrument()).multiplier()));
    }

    private Fraction edge(Position position, MarginTier tier) {
        return Fraction.of(tier.floor()).over(units(position).abs());
    }

    private List<MarginTier> schedule(Position position) {
        return instruments.get(position.instrument()).schedule().tiers();
    }

    private Position held(String instrument) {
        return account.positions().stream()
                .filter(position -> position.instrument().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private static Fraction ownMargin(Position position) {
        return position.isolatedMargin() == null ? Fraction.ZERO : Fraction.of(position.isolatedMargin());
    }
}
