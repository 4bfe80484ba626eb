package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// Adding collateral never creates a call.
class CollateralLawsTest {

    @Test
    void moneyNeverCreatesABreach() {
        RandomCases.forAll(Laws.CASES, random -> {
            Snapshot snapshot = Laws.any(random).snapshot();
            Snapshot richer = RandomSnapshots.withMore(snapshot, Laws.anyAmount(random));

            for (Scope scope : Laws.scopesWithEquity(snapshot)) {
                requireNoWorse(snapshot, richer, scope);
                assertThat(Laws.read(richer, Metric.EQUITY, scope))
                        .isGreaterThan(Laws.read(snapshot, Metric.EQUITY, scope));
                assertThat(Laws.read(richer, Metric.FREE_COLLATERAL, scope))
                        .isGreaterThan(Laws.read(snapshot, Metric.FREE_COLLATERAL, scope));
            }
        });
    }

    /// Not strictly better: beyond its cap, an asset counts no more.
    @Test
    void anAssetNeverHurtsEvenBeyondItsCap() {
        LongAdder beyond = new LongAdder();
        RandomCases.forAll(Laws.CASES, random -> {
            Snapshot snapshot = Laws.any(random).snapshot();
            if (!snapshot.account().isCross()) {
                return;
            }
            for (Balance balance : snapshot.account().balances()) {
                Snapshot richer = withMore(snapshot, balance, Laws.anyAmount(random));
                Scope scope = Scope.account(snapshot.account().id());
                Ratio before = Laws.read(snapshot, Metric.EQUITY, scope);
                Ratio after = Laws.read(richer, Metric.EQUITY, scope);

                requireNoWorse(snapshot, richer, scope);
                assertThat(after).isGreaterThanOrEqualTo(before);
                beyond.add(after.compareTo(before) == 0 ? 1 : 0);
            }
        });
        assertThat(beyond.sum()).isPositive();
    }

    private static void requireNoWorse(Snapshot poorer, Snapshot richer, Scope scope) {
        assertThat(Laws.read(richer, Metric.MARGIN_RATIO, scope))
                .isLessThanOrEqualTo(Laws.read(poorer, Metric.MARGIN_RATIO, scope));
        assertThat(Laws.read(richer, Metric.LEVERAGE, scope))
                .isLessThanOrEqualTo(Laws.read(poorer, Metric.LEVERAGE, scope));
    }

    private static Snapshot withMore(Snapshot snapshot, Balance balance, BigDecimal amount) {
        List<Balance> balances = new ArrayList<>(snapshot.account().balances());
        balances.remove(balance);
        balances.add(new Balance(balance.asset(), balance.quantity().add(amount), balance.interest()));
        return RandomSnapshots.with(snapshot, balances, snapshot.account().positions());
    }
}
