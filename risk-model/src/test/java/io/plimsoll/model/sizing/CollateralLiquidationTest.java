package io.plimsoll.model.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.action.Action.CollateralLiquidation;
import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.AssetCure;
import io.plimsoll.model.action.LendingOutcome;
import io.plimsoll.model.action.Repayment;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.lending.CloseFactor;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.lending.LeastRemainder;
import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Debts that are repaid out of collateral.
class CollateralLiquidationTest {

    private static final int CASES = 2_000;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sizing/collateral-liquidations.csv", delimiter = '|', numLinesToSkip = 1)
    void asLittleAsCuresIsSold(
            String name,
            String balances,
            Metric metric,
            BigDecimal clear,
            BigDecimal closeFactor,
            BigDecimal wholeUpToHealth,
            BigDecimal wholeBelow,
            BigDecimal leastRemainder,
            String repayments,
            LendingOutcome outcome,
            boolean toxic,
            BigDecimal badDebt,
            String healthAfter) {
        Snapshot snapshot = lending(balances);
        AccountRisk risk = AccountRisk.of(snapshot);
        CollateralLiquidation liquidation = CollateralLiquidationSizing.size(
                snapshot,
                risk,
                List.of(breach(risk, metric, clear)),
                new LendingPolicy(
                        new CloseFactor(closeFactor, wholeUpToHealth, wholeBelow), new LeastRemainder(leastRemainder)));

        assertThat(written(liquidation.repayments())).isEqualTo(repayments == null ? "" : repayments);
        assertThat(liquidation.outcome()).isEqualTo(outcome);
        assertThat(liquidation.isToxic()).isEqualTo(toxic);
        assertThat(liquidation.badDebt()).isEqualByComparingTo(badDebt);
        if (healthAfter.equals("unbounded")) {
            assertThat(liquidation.healthAfter().isUnbounded()).isTrue();
        } else {
            String[] terms = healthAfter.split("/", -1);
            assertThat(liquidation.healthAfter())
                    .isEqualByComparingTo(Ratio.of(new BigDecimal(terms[0]), new BigDecimal(terms[1])));
        }
    }

    @Test
    void theStateAfterIsThatOfTheBalancesAfter() {
        LongAdder cured = new LongAdder();
        LongAdder bad = new LongAdder();
        LongAdder limited = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = lending(random);
            AccountRisk risk = AccountRisk.of(snapshot);
            if (risk.lending().debt().signum() == 0) {
                return;
            }
            boolean byHealth = random.nextBoolean();
            BigDecimal clear = BigDecimal.valueOf(byHealth ? random.nextInt(100, 130) : random.nextInt(40, 90), 2);
            Breach breach = breach(risk, byHealth ? Metric.HEALTH_FACTOR : Metric.LTV, clear);
            if (!breach.threshold().isCrossedBy(breach.observed())) {
                return;
            }
            LendingPolicy policy = random.nextBoolean()
                    ? LendingPolicy.STANDARD
                    : new LendingPolicy(
                            new CloseFactor(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO),
                            new LeastRemainder(BigDecimal.ZERO));
            CollateralLiquidation liquidation =
                    CollateralLiquidationSizing.size(snapshot, risk, List.of(breach), policy);
            LendingState after =
                    AccountRisk.of(after(snapshot, liquidation.repayments())).lending();

            assertThat(after.ltv()).isEqualByComparingTo(liquidation.ltvAfter());
            assertThat(after.healthFactor()).isEqualByComparingTo(liquidation.healthAfter());
            boolean isCured = breach.threshold().isClearedBy(byHealth ? after.healthFactor() : after.ltv());
            assertThat(isCured).isEqualTo(liquidation.outcome() == LendingOutcome.CURED);
            switch (liquidation.outcome()) {
                case CURED -> {
                    cured.increment();
                    aLotLessDoesNot(snapshot, liquidation.repayments(), breach);
                    assertThat(liquidation.badDebt()).isZero();
                }
                case LIMITED -> {
                    limited.increment();
                    BigDecimal repaid = liquidation.repayments().stream()
                            .map(Repayment::repaidValue)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(Ratio.of(repaid))
                            .isLessThanOrEqualTo(risk.lending().debt().times(new BigDecimal("0.5")));
                }
                case BAD_DEBT -> {
                    bad.increment();
                    assertThat(after.debt()).isEqualByComparingTo(Ratio.of(liquidation.badDebt()));
                    assertThat(after.debt().signum()).isPositive();
                }
            }
        });
        assertThat(cured.sum()).isGreaterThan(CASES / 20);
        assertThat(limited.sum()).isGreaterThan(CASES / 250);
        assertThat(bad.sum()).isGreaterThan(CASES / 100);
    }

    @Test
    void aMarginCallNamesWhatCuresOfEachAsset() {
        LongAdder cured = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = lending(random);
            AccountRisk risk = AccountRisk.of(snapshot);
            if (risk.lending().debt().signum() == 0) {
                return;
            }
            boolean byHealth = random.nextBoolean();
            BigDecimal clear = BigDecimal.valueOf(byHealth ? random.nextInt(100, 130) : random.nextInt(40, 90), 2);
            Breach breach = breach(risk, byHealth ? Metric.HEALTH_FACTOR : Metric.LTV, clear);
            MarginCall call = MarginCallSizing.size(snapshot, risk, breach, null);
            for (AssetCure cure : call.cures()) {
                cured.increment();
                BigDecimal lot = snapshot.collateralAsset(cure.asset())
                        .map(CollateralAsset::lotSize)
                        .orElse(BigDecimal.ONE.movePointLeft(8));
                assertThat(isCleared(with(snapshot, cure.asset(), cure.quantity()), breach))
                        .as("%s", cure)
                        .isTrue();
                assertThat(isCleared(
                                with(snapshot, cure.asset(), cure.quantity().subtract(lot)), breach))
                        .as("a lot less than %s", cure)
                        .isFalse();
            }
        });
        assertThat(cured.sum()).isGreaterThan(CASES);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARGIN_RATIO", "EQUITY"})
    void onlyLoansAreRepaid(Metric metric) {
        Snapshot snapshot = lending("USDT -750; ETH 10 90 0.1 0.8 0.05");
        AccountRisk risk = AccountRisk.of(snapshot);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollateralLiquidationSizing.size(
                        snapshot,
                        risk,
                        List.of(Costs.breach(risk, Costs.scope("A-1"), metric, BigDecimal.ONE)),
                        LendingPolicy.STANDARD))
                .withMessageContaining(metric.name());
    }

    /// Of what is repaid last, for as much collateral as that takes.
    private static void aLotLessDoesNot(Snapshot snapshot, List<Repayment> repayments, Breach breach) {
        Repayment last = repayments.getLast();
        CollateralAsset pledged = snapshot.collateralAsset(last.collateral()).orElse(null);
        BigDecimal lot = snapshot.collateralAsset(last.debt())
                .map(CollateralAsset::lotSize)
                .orElse(BigDecimal.ONE.movePointLeft(8));
        BigDecimal whole = last.repaid().divide(lot, 0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
        if (pledged == null || whole.signum() == 0) {
            return;
        }
        BigDecimal repaid = whole.multiply(lot);
        BigDecimal price = last.debt().equals("USDT")
                ? BigDecimal.ONE
                : snapshot.mark(last.debt()).price();
        BigDecimal sold = Ratio.of(
                        repaid.multiply(price).multiply(BigDecimal.ONE.add(last.bonus())),
                        snapshot.mark(last.collateral()).price())
                .wholeUnits(pledged.lotSize(), RoundingMode.CEILING)
                .multiply(pledged.lotSize())
                .min(last.sold());
        Snapshot less = after(snapshot, repayments.subList(0, repayments.size() - 1));
        less = with(with(less, last.debt(), repaid), last.collateral(), sold.negate());
        assertThat(isCleared(less, breach)).as("a lot less of %s", last).isFalse();
    }

    private static boolean isCleared(Snapshot snapshot, Breach breach) {
        return breach.threshold()
                .isClearedBy(AccountRisk.of(snapshot)
                        .reading(breach.metric(), breach.scope())
                        .orElseThrow());
    }

    private static Snapshot after(Snapshot snapshot, List<Repayment> repayments) {
        Snapshot after = snapshot;
        for (Repayment repayment : repayments) {
            after = with(after, repayment.debt(), repayment.repaid());
            after = with(after, repayment.collateral(), repayment.sold().negate());
        }
        return after;
    }

    private static Snapshot with(Snapshot snapshot, String asset, BigDecimal more) {
        BigDecimal quantity = more;
        List<Balance> balances = new ArrayList<>();
        for (Balance balance : snapshot.account().balances()) {
            if (balance.asset().equals(asset)) {
                quantity = quantity.add(balance.quantity());
            } else {
                balances.add(balance);
            }
        }
        balances.add(new Balance(asset, quantity));
        return snapshot.with(snapshot.account().with(balances, List.of()));
    }

    private static Breach breach(AccountRisk risk, Metric metric, BigDecimal clear) {
        Comparison comparison = metric == Metric.LTV ? Comparison.ABOVE : Comparison.BELOW;
        Threshold threshold = new Threshold(
                ThresholdKind.COLLATERAL_LIQUIDATION, Costs.scope("A-1"), metric, comparison, clear, clear);
        Breach any = Costs.breach(risk, Costs.scope("A-1"), Metric.NOTIONAL, BigDecimal.ONE);
        return new Breach(threshold, risk.reading(metric, threshold.scope()).orElseThrow(), any.setBy());
    }

    private static Snapshot lending(SplittableRandom random) {
        StringBuilder balances = new StringBuilder("USDT " + random.nextInt(-5_000, 1_000));
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int covering = random.nextInt(40, 95);
            balances.append("; C%d %d.%d %d %s 0.%d 0.%02d"
                    .formatted(
                            i,
                            random.nextInt(-20, 40),
                            random.nextInt(1, 1000),
                            random.nextInt(1, 300),
                            List.of("0.001", "0.1", "1").get(random.nextInt(3)),
                            covering,
                            random.nextInt(0, 20)));
        }
        return lending(balances.toString());
    }

    private static Snapshot lending(String written) {
        List<Balance> balances = new ArrayList<>();
        List<CollateralAsset> assets = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (String balance : written.split("; ", -1)) {
            String[] of = balance.split(" ", -1);
            balances.add(new Balance(of[0], new BigDecimal(of[1])));
            if (of.length > 2) {
                BigDecimal covering = new BigDecimal(of[4]);
                marks.add(Snapshots.mark(of[0], of[2]));
                assets.add(new CollateralAsset(
                        of[0],
                        BigDecimal.ZERO,
                        new BigDecimal(of[3]),
                        null,
                        BigDecimal.ONE,
                        new CollateralTerms(BigDecimal.ZERO, covering, new BigDecimal(of[5]))));
            }
        }
        Account account = new Account("A-1", "retail", MarginMode.CROSS, "USDT", balances, List.of(), List.of());
        return new Snapshot(Snapshots.NOW, account, List.of(), assets, marks, List.of());
    }

    private static String written(List<Repayment> repayments) {
        return repayments.stream()
                .map(repayment -> "%s %s <- %s %s"
                        .formatted(
                                repayment.debt(),
                                repayment.repaid().toPlainString(),
                                repayment.collateral(),
                                repayment.sold().toPlainString()))
                .collect(Collectors.joining("; "));
    }
}
