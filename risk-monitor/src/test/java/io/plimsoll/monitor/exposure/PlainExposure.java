package io.plimsoll.monitor.exposure;

import io.plimsoll.model.exposure.ShockDirection;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The same tables, by evaluating every account at every shock and adding up what is found. Nothing is skipped
/// and nothing is shared with what it is held against.
final class PlainExposure {

    private final @Nullable String mark;
    private final ShockGrid grid;
    private final Map<String, Line> lines = new HashMap<>();

    /// @param mark the one that moves alone; null if all move
    PlainExposure(@Nullable String mark, ShockGrid grid) {
        this.mark = mark;
        this.grid = grid;
    }

    /// What is summed of one kind, currency and shock.
    private static final class Line {
        private long accounts;
        private long newAccounts;
        private final Sum notional = new Sum();
        private final Sum debt = new Sum();
        private BigDecimal deficit = BigDecimal.ZERO;
        private BigDecimal shortfall = BigDecimal.ZERO;
        private final Map<String, Sum> byInstrument = new HashMap<>();
    }

    void add(Snapshot snapshot, List<Threshold> thresholds) {
        for (ThresholdKind kind : ThresholdKind.values()) {
            List<Threshold> ofKind =
                    thresholds.stream().filter(each -> each.kind() == kind).toList();
            if (ofKind.isEmpty()) {
                continue;
            }
            boolean isPresent = !crossed(AccountRisk.of(snapshot), ofKind).isEmpty();
            for (BigDecimal shock : grid.shocks()) {
                AccountRisk risk = AccountRisk.of(direction(snapshot).shocked(snapshot, shock));
                add(kind, shock, risk, crossed(risk, ofKind), isPresent);
            }
        }
    }

    private ShockDirection direction(Snapshot snapshot) {
        if (mark == null) {
            return ShockDirection.joint(snapshot);
        }
        return ShockDirection.of(snapshot).stream()
                .filter(each -> mark.equals(each.mark()))
                .findFirst()
                .orElseGet(() -> new ShockDirection(mark, new java.util.TreeMap<>()));
    }

    private static List<Threshold> crossed(AccountRisk risk, List<Threshold> thresholds) {
        return thresholds.stream()
                .filter(each -> risk.reading(each.metric(), each.scope())
                        .filter(each::isCrossedBy)
                        .isPresent())
                .toList();
    }

    private void add(
            ThresholdKind kind, BigDecimal shock, AccountRisk risk, List<Threshold> crossed, boolean isPresent) {
        Line line = line(kind, risk.account().currency(), shock);
        if (crossed.isEmpty()) {
            return;
        }
        line.accounts++;
        line.newAccounts += isPresent ? 0 : 1;
        Set<Scope> scopes = new LinkedHashSet<>();
        crossed.forEach(each -> scopes.add(each.scope()));
        for (PositionRisk position : risk.positions()) {
            if (isAbout(risk, crossed, position)) {
                line.notional.add(position.notional());
                line.byInstrument
                        .computeIfAbsent(position.id(), any -> new Sum())
                        .add(position.notional());
            }
        }
        if (crossed.stream().anyMatch(PlainExposure::isAboutDebt)) {
            risk.balances().stream()
                    .map(BalanceRisk::marketValue)
                    .filter(value -> value.signum() < 0)
                    .forEach(value -> line.debt.add(value.negate()));
        }
        Ratio deficit = Ratio.ZERO;
        Ratio shortfall = Ratio.ZERO;
        for (Scope scope : scopes) {
            Ratio most = Ratio.ZERO;
            for (Threshold each : crossed) {
                if (each.scope().equals(scope)) {
                    most = most.max(missing(each, risk));
                }
            }
            deficit = deficit.plus(most);
            MarginState own = own(risk, scope);
            shortfall = own == null
                    ? shortfall
                    : shortfall.plus(own.equity().negate().max(Ratio.ZERO));
        }
        line.deficit = line.deficit.add(deficit.rounded(18, RoundingMode.CEILING));
        line.shortfall = line.shortfall.add(shortfall.rounded(18, RoundingMode.CEILING));
    }

    private static boolean isAbout(AccountRisk risk, List<Threshold> crossed, PositionRisk position) {
        boolean shares = !position.position().isIsolated() || !risk.account().isCross();
        return crossed.stream()
                .anyMatch(each -> each.scope().type() == ScopeType.ACCOUNT
                        ? shares && !isAboutDebt(each)
                        : each.scope().id().equals(position.id()));
    }

    private static boolean isAboutDebt(Threshold threshold) {
        return threshold.metric() == Metric.LTV || threshold.metric() == Metric.HEALTH_FACTOR;
    }

    private static @Nullable MarginState own(AccountRisk risk, Scope scope) {
        return switch (scope.type()) {
            case ACCOUNT -> risk.account().isCross() ? risk.margin() : null;
            case POSITION ->
                risk.position(scope.id()).position().isIsolated()
                        ? risk.position(scope.id()).ownMargin()
                        : null;
            case ALLOCATION -> null;
        };
    }

    /// What money a crossed threshold asks for; 0 if money is of no use.
    private static Ratio missing(Threshold threshold, AccountRisk risk) {
        BigDecimal limit = threshold.limit();
        boolean high = threshold.comparison().highIsDangerous();
        MarginState own = own(risk, threshold.scope());
        return switch (threshold.metric()) {
            case MARGIN_RATIO ->
                high && limit.signum() > 0 && own != null && own.exposure().signum() > 0
                        ? own.maintenanceMargin().dividedBy(limit).minus(own.equity())
                        : Ratio.ZERO;
            case LEVERAGE ->
                high && limit.signum() > 0 && own != null && own.exposure().signum() > 0
                        ? own.exposure().dividedBy(limit).minus(own.equity())
                        : Ratio.ZERO;
            case EQUITY, FREE_COLLATERAL ->
                high
                        ? Ratio.ZERO
                        : risk.reading(threshold.metric(), threshold.scope())
                                .orElseThrow()
                                .negate()
                                .plus(limit);
            case DAILY_LOSS -> high ? loss(risk.account().dayOpenEquity(), limit, risk) : Ratio.ZERO;
            case DRAWDOWN -> high ? loss(risk.account().highWaterMark(), limit, risk) : Ratio.ZERO;
            case LTV ->
                high ? risk.lending().debt().minus(risk.lending().collateral().times(limit)) : Ratio.ZERO;
            case HEALTH_FACTOR ->
                high || limit.signum() <= 0
                        ? Ratio.ZERO
                        : risk.lending()
                                .debt()
                                .minus(risk.lending().liquidationCapacity().dividedBy(limit));
            case UNREALISED_PNL, NET_PNL, RETURN, TRAILING_LOSS, NOTIONAL, LARGEST_WEIGHT, CONCENTRATION, DRIFT ->
                Ratio.ZERO;
        };
    }

    private static Ratio loss(@Nullable BigDecimal then, BigDecimal limit, AccountRisk risk) {
        return Ratio.of(then.subtract(then.multiply(limit))).minus(risk.equity());
    }

    private Line line(ThresholdKind kind, String currency, BigDecimal shock) {
        return lines.computeIfAbsent(kind + " " + currency + " " + shock, any -> new Line());
    }

    /// One row.
    ExposureRow row(ThresholdKind kind, String currency, BigDecimal shock) {
        Line line = line(kind, currency, shock);
        return new ExposureRow(
                shock,
                line.accounts,
                line.newAccounts,
                line.notional.total().amount(),
                line.debt.total().amount(),
                Decimals.canonical(line.deficit),
                Decimals.canonical(line.shortfall));
    }

    /// What of the notional is in one instrument.
    BigDecimal notional(ThresholdKind kind, String currency, BigDecimal shock, String instrument) {
        Sum sum = line(kind, currency, shock).byInstrument.get(instrument);
        return sum == null ? BigDecimal.ZERO : sum.total().amount();
    }

    /// How many kinds, currencies and shocks there are.
    int size() {
        return lines.size();
    }

    /// How many kinds and currencies there are.
    List<String> sections() {
        return new ArrayList<>(lines.keySet().stream()
                .map(key -> key.substring(0, key.lastIndexOf(' ')))
                .distinct()
                .toList());
    }
}
