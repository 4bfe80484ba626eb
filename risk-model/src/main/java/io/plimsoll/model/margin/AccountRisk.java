package io.plimsoll.model.margin;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All metrics of one account at the marks of one snapshot. Amounts are in the account's currency, exact.
///
/// @param account who
/// @param netWorth balances at their marks, without haircuts, plus isolated margins, plus unrealised profit and loss
/// @param margin equity (after haircuts), exposure and maintenance margin of all positions together
/// @param initialMargin what is needed to open the positions, summed
/// @param unrealisedPnl profit and loss since entry, summed
/// @param positions each position, in the order of instruments
/// @param allocations each allocation target, in the order of holdings
public record AccountRisk(
        Account account,
        BigDecimal netWorth,
        MarginState margin,
        Ratio initialMargin,
        BigDecimal unrealisedPnl,
        List<PositionRisk> positions,
        List<AllocationRisk> allocations) {

    /// Keeps the lists as they are given.
    public AccountRisk {
        positions = List.copyOf(positions);
        allocations = List.copyOf(allocations);
    }

    /// Computes the metrics of a snapshot.
    public static AccountRisk of(Snapshot snapshot) {
        Account account = snapshot.account();
        List<PositionRisk> positions = account.positions().stream()
                .map(position -> PositionRisk.of(
                        position, snapshot.instrument(position.instrument()), snapshot.mark(position.instrument())))
                .toList();
        BigDecimal exposure = BigDecimal.ZERO;
        BigDecimal maintenance = BigDecimal.ZERO;
        BigDecimal unrealised = BigDecimal.ZERO;
        BigDecimal isolated = BigDecimal.ZERO;
        for (PositionRisk position : positions) {
            exposure = exposure.add(position.notional());
            maintenance = maintenance.add(position.maintenanceMargin());
            unrealised = unrealised.add(position.unrealisedPnl());
            isolated = isolated.add(position.position().ownMargin().orElse(BigDecimal.ZERO));
        }
        BigDecimal collateral = BigDecimal.ZERO;
        BigDecimal atMarket = BigDecimal.ZERO;
        for (Balance balance : account.balances()) {
            BigDecimal value = snapshot.marketValue(balance);
            atMarket = atMarket.add(value);
            collateral = collateral.add(value.multiply(collateralFactor(snapshot, balance)));
        }
        BigDecimal committed = isolated.add(unrealised);
        BigDecimal netWorth = atMarket.add(committed);
        return new AccountRisk(
                account,
                netWorth,
                new MarginState(collateral.add(committed), exposure, maintenance),
                initialMargin(positions),
                unrealised,
                positions,
                AllocationRisk.of(snapshot, netWorth));
    }

    /// Collateral after haircuts plus unrealised profit and loss.
    public BigDecimal equity() {
        return margin.equity();
    }

    /// Maintenance margin, summed over positions.
    public BigDecimal maintenanceMargin() {
        return margin.maintenanceMargin();
    }

    /// Maintenance margin ÷ equity; see [MarginState#marginRatio()].
    public Ratio marginRatio() {
        return margin.marginRatio();
    }

    /// Equity less initial margin; negative if the account could not open its positions again.
    public Ratio freeCollateral() {
        return initialMargin.negate().plus(margin.equity());
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

    /// The value of a metric for a scope of this account. Empty if it is not defined at these marks: drift, when net
    /// worth is not positive.
    ///
    /// @throws IllegalArgumentException if the scope is not in the account, or the metric can't be read for it
    public Optional<Ratio> reading(Metric metric, Scope scope) {
        return switch (scope.type()) {
            case ACCOUNT -> Optional.of(accountReading(metric, scope));
            case POSITION -> Optional.of(positionReading(metric, scope));
            case ALLOCATION -> drift(metric, scope.id());
        };
    }

    /// What the account, or an isolated position of it, has and needs.
    ///
    /// @throws IllegalArgumentException if the scope has no equity of its own
    public MarginState margin(Scope scope) {
        boolean hasOwnEquity = switch (scope.type()) {
            case ACCOUNT -> account.isCross();
            case POSITION -> !account.isCross();
            case ALLOCATION -> false;
        };
        if (!hasOwnEquity) {
            throw new IllegalArgumentException("%s %s has no equity of its own: the account's margin mode is %s."
                    .formatted(scope.type(), scope.id(), account.marginMode()));
        }
        if (!account.isCross()) {
            return position(scope.id()).ownMargin();
        }
        requireOwn(scope);
        return margin;
    }

    private Ratio accountReading(Metric metric, Scope scope) {
        requireOwn(scope);
        return switch (metric) {
            case MARGIN_RATIO -> margin(scope).marginRatio();
            case LEVERAGE -> margin(scope).leverage();
            case EQUITY -> Ratio.of(margin(scope).equity());
            case FREE_COLLATERAL -> initialMargin.negate().plus(margin(scope).equity());
            case UNREALISED_PNL -> Ratio.of(unrealisedPnl);
            case NOTIONAL -> Ratio.of(margin.exposure());
            case DRIFT -> throw new IllegalArgumentException("DRIFT is not defined for an account.");
        };
    }

    private Ratio positionReading(Metric metric, Scope scope) {
        PositionRisk position = position(scope.id());
        return switch (metric) {
            case MARGIN_RATIO -> margin(scope).marginRatio();
            case LEVERAGE -> margin(scope).leverage();
            case EQUITY -> Ratio.of(margin(scope).equity());
            case FREE_COLLATERAL ->
                position.initialMargin().negate().plus(margin(scope).equity());
            case UNREALISED_PNL -> Ratio.of(position.unrealisedPnl());
            case NOTIONAL -> Ratio.of(position.notional());
            case DRIFT -> throw new IllegalArgumentException("DRIFT is not defined for a position.");
        };
    }

    private void requireOwn(Scope scope) {
        if (!scope.id().equals(account.id())) {
            throw new IllegalArgumentException(
                    "These are the metrics of account %s, not of %s.".formatted(account.id(), scope.id()));
        }
    }

    private Optional<Ratio> drift(Metric metric, String holding) {
        if (metric != Metric.DRIFT) {
            throw new IllegalArgumentException("%s is not defined for an allocation.".formatted(metric));
        }
        return allocations.stream()
                .filter(allocation -> allocation.id().equals(holding))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no allocation target for %s.".formatted(holding)))
                .drift();
    }

    private static BigDecimal collateralFactor(Snapshot snapshot, Balance balance) {
        return snapshot.collateralAsset(balance.asset())
                .filter(asset -> !balance.asset().equals(snapshot.account().currency()))
                .map(CollateralAsset::collateralFactor)
                .orElse(BigDecimal.ONE);
    }

    // Grouped by leverage first: the denominator of a sum is the product of the different ones only.
    private static Ratio initialMargin(List<PositionRisk> positions) {
        Map<BigDecimal, BigDecimal> notionalByLeverage = new TreeMap<>();
        for (PositionRisk position : positions) {
            notionalByLeverage.merge(position.tier().maxLeverage(), position.notional(), BigDecimal::add);
        }
        Ratio sum = Ratio.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> entry : notionalByLeverage.entrySet()) {
            sum = sum.plus(Ratio.of(entry.getValue(), entry.getKey()));
        }
        return sum;
    }
}
