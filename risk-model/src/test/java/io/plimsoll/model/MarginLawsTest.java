package io.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomSnapshots.Drawn;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.sizing.LiquidationSizing;
import io.plimsoll.model.sizing.MarginCallSizing;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// Laws that hold for every account, tried on generated ones.
class MarginLawsTest {

    private static final int CASES = 3_000;
    private static final Provenance RULE = new Provenance("rule", new SourcePlace("actions/a.drl", 1), List.of());
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal CALLED_UNIT = BigDecimal.ONE.movePointLeft(MarginCallSizing.AMOUNT_SCALE);

    @Test
    void addingCollateralNeverCreatesABreach() {
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = RandomSnapshots.any(random).snapshot();
            Snapshot richer = RandomSnapshots.withMore(snapshot, anyAmount(random));

            for (Scope scope : scopesWithEquity(snapshot)) {
                assertThat(read(richer, Metric.MARGIN_RATIO, scope))
                        .isLessThanOrEqualTo(read(snapshot, Metric.MARGIN_RATIO, scope));
                assertThat(read(richer, Metric.LEVERAGE, scope))
                        .isLessThanOrEqualTo(read(snapshot, Metric.LEVERAGE, scope));
                assertThat(read(richer, Metric.FREE_COLLATERAL, scope))
                        .isGreaterThan(read(snapshot, Metric.FREE_COLLATERAL, scope));
            }
        });
    }

    @Test
    void theUnitOfCurrencyDoesNotMatter() {
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = RandomSnapshots.any(random).snapshot();
            if (!hasRoom(snapshot)) {
                return;
            }
            Snapshot inCents = inHundredths(snapshot);

            for (Scope scope : scopesWithEquity(snapshot)) {
                assertThat(read(inCents, Metric.MARGIN_RATIO, scope))
                        .isEqualByComparingTo(read(snapshot, Metric.MARGIN_RATIO, scope));
                assertThat(read(inCents, Metric.LEVERAGE, scope))
                        .isEqualByComparingTo(read(snapshot, Metric.LEVERAGE, scope));
            }
            AccountRisk risk = AccountRisk.of(snapshot);
            AccountRisk riskInCents = AccountRisk.of(inCents);
            for (PositionRisk position : risk.positions()) {
                Optional<Ratio> price =
                        PriceLevels.liquidationPrice(risk, position).level();
                Optional<Ratio> priceInCents = PriceLevels.liquidationPrice(
                                riskInCents, riskInCents.position(position.id()))
                        .level();
                assertThat(priceInCents.isPresent()).isEqualTo(price.isPresent());
                price.ifPresent(found -> assertThat(priceInCents.orElseThrow())
                        .isEqualByComparingTo(found.times(BigDecimal.valueOf(100))));
            }
        });
    }

    @Test
    void halvingAPositionAtItsMarkNeverWorsensTheRatio() {
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = atEntry(RandomSnapshots.any(random).snapshot());
            List<Position> halved = snapshot.account().positions().stream()
                    .map(position -> new Position(
                            position.instrument(),
                            position.quantity().multiply(HALF),
                            position.entryPrice(),
                            position.isolatedMargin()))
                    .toList();
            Snapshot smaller = RandomSnapshots.with(snapshot, snapshot.account().balances(), halved);

            for (Scope scope : scopesWithEquity(snapshot)) {
                assertThat(read(smaller, Metric.MARGIN_RATIO, scope))
                        .isLessThanOrEqualTo(read(snapshot, Metric.MARGIN_RATIO, scope));
                assertThat(read(smaller, Metric.LEVERAGE, scope))
                        .isLessThanOrEqualTo(read(snapshot, Metric.LEVERAGE, scope));
            }
        });
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        RandomCases.forAll(CASES / 3, random -> {
            Snapshot snapshot = RandomSnapshots.any(random).snapshot();
            Account account = snapshot.account();
            Snapshot reversed = new Snapshot(
                    snapshot.asOf(),
                    new Account(
                            account.id(),
                            account.segment(),
                            account.marginMode(),
                            account.currency(),
                            account.balances().reversed(),
                            account.positions().reversed(),
                            account.targets().reversed()),
                    snapshot.instruments().reversed(),
                    snapshot.collateral().reversed(),
                    snapshot.marks().reversed(),
                    snapshot.signals());

            assertThat(AccountRisk.of(reversed)).isEqualTo(AccountRisk.of(snapshot));
        });
    }

    @Test
    void theLossOfASinglePositionNeverImprovesIt() {
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = RandomSnapshots.any(random, 1).snapshot();
            if (!hasRoom(snapshot)) {
                return;
            }
            PositionRisk position = AccountRisk.of(snapshot).positions().getFirst();
            BigDecimal mark = position.mark().price();
            BigDecimal factor = BigDecimal.valueOf(
                    position.position().isLong() ? random.nextInt(1, 100) : random.nextInt(101, 400), 2);
            Snapshot worse = RandomSnapshots.withMark(
                    snapshot, position.id(), mark.multiply(factor).setScale(18, RoundingMode.UP));
            Scope scope = scopesWithEquity(snapshot).getFirst();
            Ratio before = read(snapshot, Metric.MARGIN_RATIO, scope);

            assertThat(slack(worse, scope)).isLessThanOrEqualTo(slack(snapshot, scope));
            // The requirement of a well-covered long can fall faster than its equity; not so once it is in danger.
            if (!position.position().isLong() || before.compareTo(BigDecimal.ONE) >= 0) {
                assertThat(read(worse, Metric.MARGIN_RATIO, scope)).isGreaterThanOrEqualTo(before);
            }
        });
    }

    @Test
    void theLiquidationPriceIsWhereTheBreachBegins() {
        LongAdder exact = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Drawn drawn = RandomSnapshots.any(random);
            AccountRisk risk = AccountRisk.of(drawn.snapshot());
            for (PositionRisk position : risk.positions()) {
                PriceLevel level = PriceLevels.liquidationPrice(risk, position);
                level.level().ifPresent(price -> beginsAt(drawn.snapshot(), position, price, exact));
            }
        });
        assertThat(exact.sum()).isGreaterThan(CASES / 10);
    }

    @Test
    void aMarginCallCuresAndASmallerOneDoesNot() {
        LongAdder called = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Drawn drawn = RandomSnapshots.any(random);
            AccountRisk risk = AccountRisk.of(drawn.snapshot());
            for (Scope scope : scopesWithEquity(drawn.snapshot())) {
                for (Metric metric :
                        List.of(Metric.MARGIN_RATIO, Metric.LEVERAGE, Metric.EQUITY, Metric.FREE_COLLATERAL)) {
                    Threshold threshold = threshold(scope, metric, drawn.limit());
                    BigDecimal amount =
                            MarginCallSizing.size(risk, breach(risk, threshold)).amount();
                    boolean fits = amount.compareTo(BigDecimal.TEN.pow(15)) < 0;
                    if (amount.signum() > 0 && fits) {
                        called.increment();
                        assertThat(isCleared(RandomSnapshots.withMore(drawn.snapshot(), amount), threshold))
                                .as("%s clears %s", amount, threshold)
                                .isTrue();
                        assertThat(isCleared(
                                        RandomSnapshots.withMore(drawn.snapshot(), amount.subtract(CALLED_UNIT)),
                                        threshold))
                                .as("less than %s does not clear %s", amount, threshold)
                                .isFalse();
                    } else {
                        assertThat(fits && !isCleared(drawn.snapshot(), threshold))
                                .isFalse();
                    }
                }
            }
        });
        assertThat(called.sum()).isGreaterThan(CASES);
    }

    @Test
    void aLiquidationCuresAndOneLotLessOfAnyOrderDoesNot() {
        LongAdder partial = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Drawn drawn = RandomSnapshots.any(random);
            AccountRisk risk = AccountRisk.of(drawn.snapshot());
            for (Scope scope : scopesWithEquity(drawn.snapshot())) {
                for (Metric metric : List.of(Metric.MARGIN_RATIO, Metric.LEVERAGE)) {
                    Threshold threshold = threshold(scope, metric, drawn.limit());
                    Breach breach = breach(risk, threshold);
                    if (threshold.isCrossedBy(breach.observed())) {
                        cures(risk, breach, partial);
                    }
                }
            }
        });
        assertThat(partial.sum()).isGreaterThan(CASES / 4);
    }

    @Test
    void aLiquidationClosesHardlyMoreThanTheBestOfAll() {
        RandomCases.forAll(CASES / 3, random -> {
            AccountRisk risk = AccountRisk.of(fewLots(random));
            Threshold threshold =
                    threshold(Scope.account("A-1"), Metric.MARGIN_RATIO, BigDecimal.valueOf(random.nextInt(1, 101), 2));
            Breach breach = breach(risk, threshold);
            if (!threshold.isCrossedBy(breach.observed()) || risk.equity().signum() <= 0) {
                return;
            }
            BigDecimal best =
                    fewestNotional(risk, risk.equity().amount().multiply(threshold.clear()), 0, BigDecimal.ZERO);
            BigDecimal aLotOfEach = risk.positions().stream()
                    .map(position -> position.mark().price())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal closed = LiquidationSizing.size(risk, breach).notional();

            assertThat(closed).isGreaterThanOrEqualTo(best).isLessThan(best.add(aLotOfEach));
            if (risk.positions().size() == 1) {
                assertThat(closed).isEqualByComparingTo(best);
            }
        });
    }

    private static void beginsAt(Snapshot snapshot, PositionRisk position, Ratio price, LongAdder exact) {
        Scope scope = scopeBehind(snapshot, position);
        boolean isLong = position.position().isLong();
        int scale = 18;
        boolean fits =
                price.compareTo(BigDecimal.TEN.pow(19)) < 0 && price.compareTo(BigDecimal.ONE.movePointLeft(15)) > 0;
        if (!fits) {
            return;
        }
        BigDecimal below = price.rounded(scale, RoundingMode.FLOOR);
        boolean isExact = price.compareTo(below) == 0;
        BigDecimal above = isExact ? below : price.rounded(scale, RoundingMode.CEILING);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal crossed = isLong ? below : above;
        BigDecimal inside = isLong ? above.add(unit) : below.subtract(unit);
        if (isExact) {
            exact.increment();
            assertThat(slack(RandomSnapshots.withMark(snapshot, position.id(), crossed), scope)
                            .signum())
                    .isZero();
        }
        assertThat(slack(RandomSnapshots.withMark(snapshot, position.id(), crossed), scope)
                        .signum())
                .as("at %s", crossed)
                .isNotPositive();
        // Just inside, unless the level is a peak that the slack only touches (a long at 100 %).
        if (slopes(position)) {
            Ratio ratio = read(RandomSnapshots.withMark(snapshot, position.id(), inside), Metric.MARGIN_RATIO, scope);
            assertThat(Comparison.AT_OR_ABOVE.isCrossed(ratio, BigDecimal.ONE))
                    .as("at %s", inside)
                    .isFalse();
        }
    }

    private static boolean slopes(PositionRisk position) {
        return position.instrument()
                        .schedule()
                        .tiers()
                        .getLast()
                        .maintenanceRate()
                        .compareTo(BigDecimal.ONE)
                < 0;
    }

    private static void cures(AccountRisk risk, Breach breach, LongAdder partial) {
        Liquidation liquidation = LiquidationSizing.size(risk, breach);
        BigDecimal equity = risk.margin(breach.scope()).equity().amount();
        assertThat(breach.threshold().isClearedBy(liquidation.after())).isTrue();
        if (equity.signum() <= 0) {
            assertThat(liquidation.full()).isTrue();
            assertThat(liquidation.shortfall()).isEqualByComparingTo(equity.negate());
            return;
        }
        assertThat(liquidation.shortfall()).isZero();
        assertThat(liquidation.orders()).isNotEmpty();
        partial.add(liquidation.full() ? 0 : 1);
        BigDecimal target = breach.threshold().clear().multiply(equity);
        assertThat(required(risk, breach, liquidation.orders())).isLessThanOrEqualTo(target);
        for (int i = 0; i < liquidation.orders().size(); i++) {
            List<Trade> fewer = new ArrayList<>(liquidation.orders());
            Trade order = fewer.get(i);
            Instrument instrument = risk.position(order.holding().id()).instrument();
            BigDecimal lots = order.quantity()
                    .divide(instrument.lotSize(), 0, RoundingMode.CEILING)
                    .subtract(BigDecimal.ONE);
            BigDecimal quantity = lots.multiply(instrument.lotSize());
            fewer.set(i, new Trade(order.holding(), order.side(), quantity, order.mark(), BigDecimal.ZERO));
            assertThat(required(risk, breach, fewer))
                    .as("a lot less of %s", order)
                    .isGreaterThan(target);
        }
    }

    private static BigDecimal required(AccountRisk risk, Breach breach, List<Trade> closed) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PositionRisk position : risk.positions()) {
            boolean isMeant = risk.account().isCross()
                    || position.id().equals(breach.scope().id());
            if (isMeant) {
                BigDecimal quantity = position.position().quantity().abs();
                for (Trade trade : closed) {
                    if (trade.holding().id().equals(position.id())) {
                        quantity = quantity.subtract(trade.quantity());
                    }
                }
                BigDecimal notional = position.margin().value(quantity).amount();
                sum = sum.add(
                        breach.metric() == Metric.LEVERAGE
                                ? notional
                                : position.instrument().schedule().maintenanceMargin(notional));
            }
        }
        return sum;
    }

    // Every combination of whole contracts.
    private static BigDecimal fewestNotional(AccountRisk risk, BigDecimal target, int index, BigDecimal required) {
        BigDecimal none = BigDecimal.TEN.pow(30);
        if (index == risk.positions().size()) {
            return required.compareTo(target) <= 0 ? BigDecimal.ZERO : none;
        }
        PositionRisk position = risk.positions().get(index);
        BigDecimal mark = position.mark().price();
        BigDecimal best = none;
        for (int closed = 0; closed <= position.position().quantity().abs().intValueExact(); closed++) {
            BigDecimal left = position.notional().amount().subtract(mark.multiply(BigDecimal.valueOf(closed)));
            BigDecimal rest = fewestNotional(
                    risk,
                    target,
                    index + 1,
                    required.add(position.instrument().schedule().maintenanceMargin(left)));
            best = best.min(rest.add(mark.multiply(BigDecimal.valueOf(closed))));
        }
        return best;
    }

    private static Snapshot fewLots(SplittableRandom random) {
        List<String> names = List.of("FLAT", "TIERED", "STEEP", "FLAT2", "TIERED2");
        List<String> positions = new ArrayList<>();
        for (String name : names.subList(0, random.nextInt(1, 4))) {
            int price = random.nextInt(20, 400);
            positions.add("%s %d @ %d -> %d"
                    .formatted(name, random.nextInt(1, 13) * (random.nextBoolean() ? 1 : -1), price, price));
        }
        if (positions.size() == 1) {
            positions.set(0, positions.getFirst().replace("FLAT", names.get(random.nextInt(3))));
        }
        return Snapshots.cross(String.valueOf(random.nextInt(1, 1000)), String.join("; ", positions));
    }

    private static Snapshot atEntry(Snapshot snapshot) {
        return RandomSnapshots.with(
                snapshot,
                snapshot.account().balances(),
                snapshot.account().positions().stream()
                        .map(position -> new Position(
                                position.instrument(),
                                // Leaves a digit for halving.
                                position.quantity().setScale(17, RoundingMode.UP),
                                snapshot.mark(position.instrument()).price(),
                                position.isolatedMargin()))
                        .toList());
    }

    /// The same account with all money in a unit of a hundredth.
    private static Snapshot inHundredths(Snapshot snapshot) {
        Account account = snapshot.account();
        List<Position> positions = account.positions().stream()
                .map(position -> new Position(
                        position.instrument(),
                        position.quantity(),
                        hundredfold(position.entryPrice()),
                        position.ownMargin().map(MarginLawsTest::hundredfold).orElse(null)))
                .toList();
        List<Balance> balances = account.balances().stream()
                .map(balance -> balance.asset().equals(account.currency())
                        ? new Balance(balance.asset(), hundredfold(balance.quantity()))
                        : balance)
                .toList();
        List<Instrument> instruments = snapshot.instruments().stream()
                .map(instrument -> new Instrument(
                        instrument.id(),
                        instrument.type(),
                        instrument.instrumentClass(),
                        instrument.currency(),
                        instrument.multiplier(),
                        instrument.lotSize(),
                        new MarginSchedule(instrument.schedule().tiers().stream()
                                .map(tier -> new MarginTier(
                                        hundredfold(tier.floor()),
                                        tier.upperEnd()
                                                .map(MarginLawsTest::hundredfold)
                                                .orElse(null),
                                        tier.maintenanceRate(),
                                        hundredfold(tier.maintenanceAmount()),
                                        tier.maxLeverage()))
                                .toList())))
                .toList();
        List<Mark> marks = snapshot.marks().stream()
                .map(mark -> new Mark(mark.id(), hundredfold(mark.price()), mark.time(), mark.source()))
                .toList();
        Account inHundredths = new Account(
                account.id(),
                account.segment(),
                account.marginMode(),
                account.currency(),
                balances,
                positions,
                account.targets());
        return new Snapshot(
                snapshot.asOf(), inHundredths, instruments, snapshot.collateral(), marks, snapshot.signals());
    }

    private static BigDecimal hundredfold(BigDecimal amount) {
        return amount.movePointRight(2);
    }

    private static boolean hasRoom(Snapshot snapshot) {
        BigDecimal highest = BigDecimal.TEN.pow(18);
        return snapshot.marks().stream().allMatch(mark -> mark.price().compareTo(highest) < 0)
                && snapshot.account().balances().stream()
                        .allMatch(balance -> balance.quantity().abs().compareTo(highest) < 0)
                && snapshot.account().positions().stream()
                        .allMatch(position -> position.quantity().abs().compareTo(highest) < 0
                                && position.entryPrice().compareTo(highest) < 0
                                && position.ownMargin()
                                        .map(margin -> margin.abs().compareTo(highest) < 0)
                                        .orElse(true));
    }

    private static List<Scope> scopesWithEquity(Snapshot snapshot) {
        Account account = snapshot.account();
        return account.isCross()
                ? List.of(Scope.account(account.id()))
                : account.positions().stream()
                        .map(position -> Scope.position(position.instrument()))
                        .toList();
    }

    private static Scope scopeBehind(Snapshot snapshot, PositionRisk position) {
        return snapshot.account().isCross() ? Scope.account(snapshot.account().id()) : Scope.position(position.id());
    }

    private static Ratio read(Snapshot snapshot, Metric metric, Scope scope) {
        return AccountRisk.of(snapshot).reading(metric, scope).orElseThrow();
    }

    private static BigDecimal slack(Snapshot snapshot, Scope scope) {
        MarginState margin = AccountRisk.of(snapshot).margin(scope);
        return margin.equity().minus(margin.maintenanceMargin()).amount();
    }

    private static Threshold threshold(Scope scope, Metric metric, BigDecimal limit) {
        boolean isRatio = metric == Metric.MARGIN_RATIO || metric == Metric.LEVERAGE;
        return new Threshold(
                ThresholdKind.LIQUIDATION, scope, metric, isRatio ? Comparison.ABOVE : Comparison.BELOW, limit, limit);
    }

    private static Breach breach(AccountRisk risk, Threshold threshold) {
        return new Breach(
                threshold, risk.reading(threshold.metric(), threshold.scope()).orElseThrow(), RULE);
    }

    private static boolean isCleared(Snapshot snapshot, Threshold threshold) {
        return threshold.isClearedBy(read(snapshot, threshold.metric(), threshold.scope()));
    }

    private static BigDecimal anyAmount(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_000L), random.nextInt(19));
    }
}
