package io.plimsoll.model.margin;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.lending.Pledge;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All metrics of one account at the marks of one snapshot. Amounts are in the account's currency, exact.
///
/// @param account who
/// @param netWorth balances at their marks, without haircuts, plus isolated margins, plus what positions have
///     gained
/// @param margin equity (after haircuts), exposure and maintenance margin of what shares the balances; of all
///     positions together in an isolated account
/// @param initialMargin what is needed to open the same positions and to fill the orders, summed
/// @param orderMargin what of it is for orders; see [OrderMargin]
/// @param unrealisedPnl profit and loss of all positions since entry, summed
/// @param balances each balance, in the order of assets
/// @param positions each position, in the order of instruments
/// @param allocations each allocation target, in the order of holdings
public record AccountRisk(
        Account account,
        Ratio netWorth,
        MarginState margin,
        Ratio initialMargin,
        Ratio orderMargin,
        Ratio unrealisedPnl,
        List<BalanceRisk> balances,
        List<PositionRisk> positions,
        List<AllocationRisk> allocations) {

    /// Keeps the lists as they are given.
    public AccountRisk {
        balances = List.copyOf(balances);
        positions = List.copyOf(positions);
        allocations = List.copyOf(allocations);
    }

    /// Computes the metrics of a snapshot.
    public static AccountRisk of(Snapshot snapshot) {
        Account account = snapshot.account();
        List<BalanceRisk> balances = account.balances().stream()
                .map(balance -> BalanceRisk.of(snapshot, balance))
                .toList();
        List<PositionRisk> positions = account.positions().stream()
                .map(position -> PositionRisk.of(snapshot, position))
                .toList();
        Sum netWorth = new Sum();
        Sum equity = new Sum();
        Sum exposure = new Sum();
        Sum maintenance = new Sum();
        Sum initial = new Sum();
        Sum unrealised = new Sum();
        for (BalanceRisk balance : balances) {
            netWorth.add(balance.marketValue());
            equity.add(balance.collateralValue());
        }
        for (PositionRisk position : positions) {
            netWorth.add(position.contribution());
            position.position().ownMargin().ifPresent(netWorth::add);
            unrealised.add(position.unrealisedPnl());
            if (!position.position().isIsolated() || !account.isCross()) {
                equity.add(position.contribution());
                position.position().ownMargin().ifPresent(equity::add);
                exposure.add(position.notional());
                maintenance.add(position.maintenanceMargin());
                initial.add(position.initialMargin());
            }
        }
        Ratio orders = OrderMargin.of(snapshot);
        Ratio worth = netWorth.total();
        return new AccountRisk(
                account,
                worth,
                new MarginState(equity.total(), exposure.total(), maintenance.total()),
                initial.add(orders).total(),
                orders,
                unrealised.total(),
                balances,
                positions,
                AllocationRisk.of(snapshot, worth));
    }

    /// Collateral after haircuts plus what positions have gained.
    public Ratio equity() {
        return margin.equity();
    }

    /// Maintenance margin, summed over positions.
    public Ratio maintenanceMargin() {
        return margin.maintenanceMargin();
    }

    /// Maintenance margin ÷ equity; see [MarginState#marginRatio()].
    public Ratio marginRatio() {
        return margin.marginRatio();
    }

    /// Equity less initial margin; negative if the account could not open its positions again.
    public Ratio freeCollateral() {
        return margin.equity().minus(initialMargin);
    }

    /// What of the balances debts may be taken up against, beside the debts at market value with accrued
    /// interest.
    public LendingState lending() {
        Sum debt = new Sum();
        List<Pledge> pledges = new ArrayList<>();
        for (BalanceRisk balance : balances) {
            if (balance.marketValue().signum() < 0) {
                debt.add(balance.marketValue().negate());
            }
            if (balance.pledge() != null) {
                pledges.add(balance.pledge());
            }
        }
        return LendingState.of(pledges, debt.total());
    }

    /// The position in an instrument.
    ///
    /// @throws IllegalArgumentException if there is none
    public PositionRisk position(String instrument) {
        return positions.stream()
                .filter(position -> position.id().equals(instrument))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no position in %s.".formatted(instrument)));
    }

    /// The value of a metric for a scope of this account. Empty if it is not defined at these marks: drift
    /// when net worth is not positive, a loss since a day or a mark that is not known.
    ///
    /// @throws IllegalArgumentException if the scope is not in the account, or the metric can't be read for it
    public Optional<Ratio> reading(Metric metric, Scope scope) {
        return new MetricReader(this).read(metric, scope);
    }

    /// What the account, or an isolated position of it, has and needs.
    ///
    /// @throws IllegalArgumentException if the scope has no equity of its own
    public MarginState margin(Scope scope) {
        return switch (scope.type()) {
            case ACCOUNT -> {
                requireOwn(scope);
                if (!account.isCross()) {
                    throw noOwnEquity(scope);
                }
                yield margin;
            }
            case POSITION -> {
                PositionRisk position = position(scope.id());
                if (!position.position().isIsolated()) {
                    throw noOwnEquity(scope);
                }
                yield position.ownMargin();
            }
            case ALLOCATION -> throw noOwnEquity(scope);
        };
    }

    /// What opening a scope's positions takes: the account's or an isolated position's.
    ///
    /// @throws IllegalArgumentException if the scope has no equity of its own
    public Ratio initialMargin(Scope scope) {
        margin(scope);
        return switch (scope.type()) {
            case POSITION -> position(scope.id()).initialMargin();
            case ACCOUNT, ALLOCATION -> initialMargin;
        };
    }

    void requireOwn(Scope scope) {
        if (!scope.id().equals(account.id())) {
            throw new IllegalArgumentException(
                    "These are the metrics of account %s, not of %s.".formatted(account.id(), scope.id()));
        }
    }

    private IllegalArgumentException noOwnEquity(Scope scope) {
        return new IllegalArgumentException("%s %s has no equity of its own: the account's margin mode is %s."
                .formatted(scope.type(), scope.id(), account.marginMode()));
    }
}
