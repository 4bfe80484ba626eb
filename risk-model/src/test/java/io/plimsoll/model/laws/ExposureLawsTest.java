package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// Halving exposure never worsens a ratio.
class ExposureLawsTest {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /// At the mark and without fees: what is sold that was paid for turns into cash.
    @Test
    void closingHalfAtTheMarkNeverWorsensARatio() {
        LongAdder tried = new LongAdder();
        RandomCases.forAll(Laws.CASES, random -> {
            Snapshot snapshot = atEntry(Laws.any(random).snapshot());
            Optional<Snapshot> halved = halved(snapshot);
            halved.ifPresent(smaller -> {
                tried.increment();
                for (Scope scope : Laws.scopesWithEquity(snapshot)) {
                    assertThat(Laws.read(smaller, Metric.EQUITY, scope))
                            .isEqualByComparingTo(Laws.read(snapshot, Metric.EQUITY, scope));
                    assertThat(Laws.read(smaller, Metric.MARGIN_RATIO, scope))
                            .isLessThanOrEqualTo(Laws.read(snapshot, Metric.MARGIN_RATIO, scope));
                    assertThat(Laws.read(smaller, Metric.LEVERAGE, scope))
                            .isLessThanOrEqualTo(Laws.read(snapshot, Metric.LEVERAGE, scope));
                }
            });
        });
        assertThat(tried.sum()).isGreaterThan(Laws.CASES / 2);
    }

    // Nothing gained and no funding due, so that closing realises nothing.
    private static Snapshot atEntry(Snapshot snapshot) {
        List<Position> positions = snapshot.account().positions().stream()
                .map(position -> new Position(
                        position.instrument(),
                        position.quantity(),
                        snapshot.mark(position.instrument()).price(),
                        position.isolatedMargin()))
                .toList();
        return RandomSnapshots.with(snapshot, snapshot.account().balances(), positions);
    }

    // Empty if a number has no room for a digit more.
    private static Optional<Snapshot> halved(Snapshot snapshot) {
        Account account = snapshot.account();
        BigDecimal proceeds = BigDecimal.ZERO;
        List<Position> positions = new ArrayList<>();
        try {
            for (PositionRisk position : AccountRisk.of(snapshot).positions()) {
                Position half = position.position()
                        .withQuantity(position.position().quantity().multiply(HALF));
                BigDecimal sold = position.instrument().type().isPaidFor()
                        ? position.value().times(HALF).amount()
                        : BigDecimal.ZERO;
                proceeds = proceeds.add(half.isIsolated() ? BigDecimal.ZERO : sold);
                positions.add(half.ownMargin()
                        .map(own -> half.withMargin(own.add(sold)))
                        .orElse(half));
            }
            return Optional.of(RandomSnapshots.with(snapshot, withCash(account, proceeds), positions));
        } catch (InvalidFactException e) {
            return Optional.empty();
        }
    }

    private static List<Balance> withCash(Account account, BigDecimal proceeds) {
        return account.balances().stream()
                .map(balance -> balance.asset().equals(account.currency())
                        ? new Balance(balance.asset(), balance.quantity().add(proceeds))
                        : balance)
                .toList();
    }
}
