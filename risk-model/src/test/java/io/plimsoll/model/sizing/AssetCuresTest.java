package io.plimsoll.model.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.RandomSnapshots.Drawn;
import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.AssetCure;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What a margin call asks for of each asset.
class AssetCuresTest {

    private static final int CASES = 3_000;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sizing/asset-cures.csv", delimiter = '|', numLinesToSkip = 1)
    void everyAssetIsAskedForWhatCures(
            String name,
            String balances,
            String positions,
            String collateral,
            String scope,
            Metric metric,
            BigDecimal clear,
            String cures) {
        MarginMode mode = scope.equals("A-1") ? MarginMode.CROSS : MarginMode.ISOLATED;
        Snapshot snapshot = with(Snapshots.of(mode, balances, positions, ""), collateral == null ? "" : collateral);
        AccountRisk risk = AccountRisk.of(snapshot);
        MarginCall call =
                MarginCallSizing.size(snapshot, risk, breach(risk, Costs.scope(scope), metric, clear), Snapshots.NOW);

        assertThat(call.cures().stream()
                        .map(cure -> cure.asset() + " " + cure.quantity().toPlainString())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(cures == null ? "" : cures);
        assertThat(call.deadline()).isEqualTo(Snapshots.NOW);
    }

    @Test
    void everyAssetCuresByItselfAndALotLessDoesNot() {
        LongAdder cured = new LongAdder();
        LongAdder impossible = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Drawn drawn = RandomSnapshots.any(random);
            if (!drawn.snapshot().account().isCross() || !hasRoom(drawn.snapshot())) {
                return;
            }
            Snapshot snapshot = withBounds(drawn.snapshot(), random);
            AccountRisk risk = AccountRisk.of(snapshot);
            Scope scope = Scope.account(snapshot.account().id());
            for (Metric metric : List.of(Metric.MARGIN_RATIO, Metric.LEVERAGE, Metric.EQUITY, Metric.FREE_COLLATERAL)) {
                Breach breach = breach(risk, scope, metric, drawn.limit());
                MarginCall call = MarginCallSizing.size(snapshot, risk, breach, null);
                assertThat(call.cures().isEmpty()).isEqualTo(call.amount().signum() == 0);
                call.cures().stream().skip(1).forEach(cure -> {
                    cured.increment();
                    BigDecimal lot =
                            snapshot.collateralAsset(cure.asset()).orElseThrow().lotSize();
                    assertThat(cure.quantity().remainder(lot)).isZero();
                    assertThat(isCleared(snapshot, cure, BigDecimal.ZERO, breach))
                            .as("%s cures %s", cure, breach.threshold())
                            .isTrue();
                    assertThat(isCleared(snapshot, cure, lot, breach))
                            .as("a lot less than %s does not cure %s", cure, breach.threshold())
                            .isFalse();
                });
                for (CollateralAsset asset : snapshot.collateral()) {
                    boolean named =
                            call.cures().stream().anyMatch(cure -> cure.asset().equals(asset.asset()));
                    if (call.amount().signum() > 0 && !named) {
                        impossible.increment();
                        AssetCure all = new AssetCure(asset.asset(), new BigDecimal("1e14"));
                        assertThat(isCleared(snapshot, all, BigDecimal.ZERO, breach))
                                .as("no quantity of %s cures", asset)
                                .isFalse();
                    }
                }
            }
        });
        assertThat(cured.sum()).isGreaterThan(CASES);
        assertThat(impossible.sum()).isGreaterThan(CASES / 10);
    }

    // For what is added.
    private static boolean hasRoom(Snapshot snapshot) {
        BigDecimal highest = BigDecimal.TEN.pow(12);
        return snapshot.marks().stream().allMatch(mark -> mark.price().compareTo(highest) < 0)
                && AccountRisk.of(snapshot).margin().exposure().compareTo(highest) < 0
                && AccountRisk.of(snapshot).equity().abs().compareTo(highest) < 0;
    }

    private static boolean isCleared(Snapshot snapshot, AssetCure cure, BigDecimal less, Breach breach) {
        List<Balance> balances = new ArrayList<>();
        BigDecimal quantity = cure.quantity().subtract(less);
        for (Balance balance : snapshot.account().balances()) {
            if (balance.asset().equals(cure.asset())) {
                quantity = quantity.add(balance.quantity());
            } else {
                balances.add(balance);
            }
        }
        balances.add(new Balance(cure.asset(), quantity));
        Snapshot with =
                RandomSnapshots.with(snapshot, balances, snapshot.account().positions());
        return breach.threshold()
                .isClearedBy(AccountRisk.of(with)
                        .reading(breach.metric(), breach.scope())
                        .orElseThrow());
    }

    private static Breach breach(AccountRisk risk, Scope scope, Metric metric, BigDecimal clear) {
        boolean low = metric == Metric.EQUITY || metric == Metric.FREE_COLLATERAL;
        Breach any = Costs.breach(risk, scope, Metric.NOTIONAL, clear);
        Threshold threshold = new Threshold(
                ThresholdKind.MARGIN_CALL, scope, metric, low ? Comparison.BELOW : Comparison.ABOVE, clear, clear);
        return new Breach(threshold, risk.reading(metric, scope).orElseThrow(), any.setBy());
    }

    /// The same assets, some of them capped, and some of them owed.
    private static Snapshot withBounds(Snapshot snapshot, SplittableRandom random) {
        List<CollateralAsset> bounded = snapshot.collateral().stream()
                .map(asset -> new CollateralAsset(
                        asset.asset(),
                        asset.haircut(),
                        asset.lotSize(),
                        random.nextBoolean() ? null : BigDecimal.valueOf(random.nextLong(1, 100_000_000), 2),
                        BigDecimal.valueOf(random.nextInt(100, 150), 2),
                        null))
                .toList();
        List<Balance> balances = snapshot.account().balances().stream()
                .map(balance -> random.nextInt(4) == 0
                        ? new Balance(balance.asset(), balance.quantity().negate())
                        : balance)
                .toList();
        return new Snapshot(
                snapshot.asOf(),
                snapshot.account().with(balances, snapshot.account().positions()),
                snapshot.instruments(),
                bounded,
                snapshot.marks(),
                snapshot.signals());
    }

    private static Snapshot with(Snapshot snapshot, String collateral) {
        List<CollateralAsset> assets = new ArrayList<>();
        List<Mark> marks = new ArrayList<>(snapshot.marks());
        List<Balance> balances = new ArrayList<>(snapshot.account().balances());
        for (String written : collateral.isEmpty() ? new String[0] : collateral.split("; ", -1)) {
            String[] of = written.split(" ", -1);
            marks.add(Snapshots.mark(of[0], of[2]));
            assets.add(new CollateralAsset(
                    of[0],
                    new BigDecimal(of[3]),
                    new BigDecimal(of[4]),
                    of[5].equals("-") ? null : new BigDecimal(of[5]),
                    new BigDecimal(of[6]),
                    null));
            if (!of[1].equals("0")) {
                balances.add(new Balance(of[0], new BigDecimal(of[1])));
            }
        }
        return new Snapshot(
                snapshot.asOf(),
                snapshot.account().with(balances, snapshot.account().positions()),
                snapshot.instruments(),
                assets,
                marks,
                snapshot.signals());
    }
}
