package io.plimsoll.rules.scenario;

import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts an account on a line, or one step from it, by changing as little as it can: the cash, an isolated
/// position's margin, or a mark.
///
/// Every metric is a straight line, or a quotient of two, in what is changed, so the place is solved for and
/// not searched. It is exact or not at all: where the solution has no finite decimals (7 % of something that is
/// no multiple of 7), everything that the account has is taken a whole number of times, until it has.
final class LinePlacement {

    private static final BigInteger MOST_TIMES = BigInteger.valueOf(1_000_000_000);
    private static final int MOST_MULTIPLES = 5;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal TICK = new BigDecimal("0.00000001");

    private final Threshold threshold;

    LinePlacement(Threshold threshold) {
        this.threshold = threshold;
    }

    /// The snapshot with its account on that side of the line.
    ///
    /// @throws IllegalArgumentException if the account can't be brought there
    Snapshot place(Snapshot snapshot, Standing.Side side) {
        BigInteger times = BigInteger.ONE;
        try {
            Snapshot account = movesMark() ? withRoundQuantity(snapshot) : snapshot;
            for (int i = 0; i < MOST_MULTIPLES && times.compareTo(MOST_TIMES) <= 0; i++) {
                Snapshot multiple = StandingAccount.times(account, new BigDecimal(times));
                Optional<Ratio> change = solve(multiple);
                if (change.isEmpty()) {
                    break;
                }
                BigInteger missing = unwritable(change.get());
                if (missing.equals(BigInteger.ONE)) {
                    return placed(multiple, change.get(), side);
                }
                times = times.multiply(missing);
            }
        } catch (InvalidFactException e) {
            throw new IllegalArgumentException(
                    "The account can't stand at %s %s: its %s %s"
                            .formatted(threshold.metric(), threshold.limit(), e.field(), e.reason()),
                    e);
        }
        throw impossible();
    }

    /// A price is a quotient by the quantity, which is finite by a power of ten: the next above what is held.
    private Snapshot withRoundQuantity(Snapshot snapshot) {
        Position position = movedPosition(snapshot);
        BigDecimal quantity = position.quantity().stripTrailingZeros();
        BigDecimal round = BigDecimal.ONE.scaleByPowerOfTen(quantity.precision() - quantity.scale());
        return StandingAccount.withQuantity(
                snapshot, position.instrument(), position.isLong() ? round : round.negate());
    }

    private IllegalArgumentException impossible() {
        return new IllegalArgumentException(
                "No change of the cash or of a mark brings %s of %s to %s exactly. Maybe give the account other quantities."
                        .formatted(
                                threshold.metric(),
                                threshold.scope().id(),
                                threshold.limit().toPlainString()));
    }

    /// What a number would have to be multiplied with to have finite decimals: 1 if it has.
    private static BigInteger unwritable(Ratio number) {
        int scale = Math.max(
                0, Math.max(number.numerator().scale(), number.denominator().scale()));
        BigInteger dividend =
                number.numerator().setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger divisor =
                number.denominator().setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger rest = divisor.divide(dividend.gcd(divisor));
        for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest;
    }

    private Snapshot placed(Snapshot snapshot, Ratio change, Standing.Side side) {
        BigDecimal exact = change.numerator().divide(change.denominator());
        BigDecimal step = movesMark() ? TICK : CENT;
        Snapshot on = changed(snapshot, exact);
        Optional<Snapshot> placed = order(on) != 0
                ? Optional.empty()
                : switch (side) {
                    case EXACTLY -> Optional.of(on);
                    case SHORT -> onSide(snapshot, exact, step, -1);
                    case BEYOND -> onSide(snapshot, exact, step, 1);
                };
        return placed.orElseThrow(this::impossible);
    }

    private Optional<Snapshot> onSide(Snapshot snapshot, BigDecimal exact, BigDecimal step, int wanted) {
        Snapshot more = changed(snapshot, exact.add(step));
        return order(more) == wanted
                ? Optional.of(more)
                : Optional.of(changed(snapshot, exact.subtract(step))).filter(less -> order(less) == wanted);
    }

    /// Positive on the dangerous side of the limit, 0 on it.
    private int order(Snapshot snapshot) {
        Ratio observed = AccountRisk.of(snapshot)
                .reading(threshold.metric(), threshold.scope())
                .orElse(Ratio.UNBOUNDED);
        int order = observed.compareTo(threshold.limit());
        return threshold.comparison().highIsDangerous() ? order : -order;
    }

    private boolean movesMark() {
        return switch (threshold.metric()) {
            case NOTIONAL, UNREALISED_PNL, NET_PNL, RETURN, TRAILING_LOSS -> true;
            case MARGIN_RATIO,
                    LEVERAGE,
                    EQUITY,
                    FREE_COLLATERAL,
                    DAILY_LOSS,
                    DRAWDOWN,
                    LARGEST_WEIGHT,
                    CONCENTRATION,
                    LTV,
                    HEALTH_FACTOR,
                    DRIFT -> false;
        };
    }

    private Snapshot changed(Snapshot snapshot, BigDecimal by) {
        Scope scope = threshold.scope();
        if (movesMark()) {
            Position position = movedPosition(snapshot);
            BigDecimal price = snapshot.mark(position.instrument()).price();
            return StandingAccount.withPrice(snapshot, position.instrument(), price.add(by));
        }
        return scope.type() == ScopeType.POSITION
                ? StandingAccount.withOwnMargin(snapshot, scope.id(), by)
                : StandingAccount.withCash(snapshot, by);
    }

    /// By how much to change what is changed; empty if no change does it.
    private Optional<Ratio> solve(Snapshot snapshot) {
        AccountRisk risk = AccountRisk.of(snapshot);
        Scope scope = threshold.scope();
        BigDecimal limit = threshold.limit();
        return switch (threshold.metric()) {
            case MARGIN_RATIO ->
                quotient(risk.margin(scope).maintenanceMargin(), limit)
                        .map(equity -> equity.minus(risk.margin(scope).equity()));
            case LEVERAGE ->
                quotient(risk.margin(scope).exposure(), limit)
                        .map(equity -> equity.minus(risk.margin(scope).equity()));
            case EQUITY, FREE_COLLATERAL ->
                risk.reading(threshold.metric(), scope)
                        .map(now -> Ratio.of(limit).minus(now));
            case DAILY_LOSS -> cashAfterLoss(snapshot.account().dayOpenEquity(), risk);
            case DRAWDOWN -> cashAfterLoss(snapshot.account().highWaterMark(), risk);
            case NOTIONAL, UNREALISED_PNL, NET_PNL, RETURN, TRAILING_LOSS ->
                new MarkPlacement(threshold)
                        .move(risk.position(movedPosition(snapshot).instrument()), risk);
            case LTV ->
                quotient(risk.lending().debt(), limit)
                        .map(collateral -> collateral.minus(risk.lending().collateral()));
            case HEALTH_FACTOR ->
                Optional.of(
                        risk.lending().debt().times(limit).minus(risk.lending().liquidationCapacity()));
            case LARGEST_WEIGHT, CONCENTRATION -> Optional.empty();
            case DRIFT -> cashForDrift(snapshot, risk);
        };
    }

    private static Optional<Ratio> quotient(Ratio numerator, BigDecimal denominator) {
        return denominator.signum() == 0 || numerator.signum() == 0
                ? Optional.empty()
                : Optional.of(numerator.dividedBy(denominator));
    }

    private Optional<Ratio> cashAfterLoss(@Nullable BigDecimal before, AccountRisk risk) {
        return Optional.ofNullable(before)
                .map(equity -> Ratio.of(equity.multiply(BigDecimal.ONE.subtract(threshold.limit())))
                        .minus(risk.equity()));
    }

    /// The largest, so that it can make up for the others.
    private Position movedPosition(Snapshot snapshot) {
        return snapshot.account().positions().stream()
                .filter(position -> threshold.scope().type() == ScopeType.ACCOUNT
                        || position.instrument().equals(threshold.scope().id()))
                .max(Comparator.comparing(position -> notional(snapshot, position)))
                .orElseThrow(() -> new IllegalArgumentException("The account has no position whose mark could move."));
    }

    private static Ratio notional(Snapshot snapshot, Position position) {
        return snapshot.instrument(position.instrument())
                .value(position.quantity(), snapshot.mark(position.instrument()).price())
                .abs();
    }

    private Optional<Ratio> cashForDrift(Snapshot snapshot, AccountRisk risk) {
        return risk.allocations().stream()
                .filter(allocation -> allocation.id().equals(threshold.scope().id()))
                .findFirst()
                .flatMap(allocation -> {
                    BigDecimal target = allocation.target().weight();
                    boolean over =
                            allocation.weight() != null && allocation.weight().compareTo(target) >= 0;
                    BigDecimal weight = over ? target.add(threshold.limit()) : target.subtract(threshold.limit());
                    Ratio value = allocation.value();
                    boolean isCash = allocation.id().equals(snapshot.account().currency());
                    BigDecimal divisor = isCash ? BigDecimal.ONE.subtract(weight) : weight;
                    Ratio missing = risk.netWorth().times(weight).minus(value);
                    Ratio dividend = isCash ? missing : missing.negate();
                    return divisor.signum() == 0 ? Optional.empty() : Optional.of(dividend.dividedBy(divisor));
                });
    }
}
