package io.plimsoll.monitor.line;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes a threshold as lines: while all of them are positive, it is not crossed; or, if a breach of it is
/// open, not cleared.
///
/// A metric that is a quotient `A ÷ B` with a positive `B` is below a limit `L` while `L·B − A` is positive.
/// Where `B` is equity and may be used up, that line is not positive either, as the requirement `A` never is
/// negative.
final class ThresholdLines {

    private final LinearAccount account;

    ThresholdLines(LinearAccount account) {
        this.account = account;
    }

    /// @return none if no mark decides about it
    /// @throws UnprovenException if it does not move evenly with marks
    List<Linear> of(Watched watched) throws UnprovenException {
        Threshold threshold = watched.threshold();
        Scope scope = threshold.scope();
        return switch (threshold.metric()) {
            case MARGIN_RATIO -> ofEquity(watched, account.maintenance(scope, bound(watched)));
            case LEVERAGE -> ofEquity(watched, account.exposure(scope));
            case EQUITY -> amount(watched, account.equity(scope));
            case FREE_COLLATERAL ->
                amount(watched, account.equity(scope).minus(account.initial(scope, opposite(bound(watched)))));
            case UNREALISED_PNL -> amount(watched, sum(scope, LinearPosition::gain));
            case NET_PNL -> amount(watched, sum(scope, LinearPosition::net));
            case NOTIONAL -> amount(watched, account.exposure(scope));
            case RETURN -> quotient(watched, sum(scope, LinearPosition::net), Linear.of(atEntry(scope)));
            case TRAILING_LOSS -> trailing(watched);
            case DAILY_LOSS -> lossSince(watched, account.risk().account().dayOpenEquity());
            case DRAWDOWN -> lossSince(watched, account.risk().account().highWaterMark());
            case LARGEST_WEIGHT -> largestWeight(watched);
            case CONCENTRATION -> throw new UnprovenException();
            case LTV -> ltv(watched);
            case HEALTH_FACTOR -> health(watched);
            case DRIFT -> drift(watched);
        };
    }

    private List<Linear> ofEquity(Watched watched, Linear amount) throws UnprovenException {
        Scope scope = watched.threshold().scope();
        return account.hasExposure(scope) ? quotient(watched, amount, account.equity(scope)) : List.of();
    }

    private Linear sum(Scope scope, Function<LinearPosition, Linear> term) throws UnprovenException {
        Linear sum = Linear.ZERO;
        for (LinearPosition position : account.all(scope)) {
            sum = sum.plus(term.apply(position));
        }
        return sum;
    }

    private BigDecimal atEntry(Scope scope) throws UnprovenException {
        return account.all(scope).getFirst().atEntry();
    }

    private List<Linear> trailing(Watched watched) throws UnprovenException {
        PositionRisk position =
                account.risk().position(watched.threshold().scope().id());
        BigDecimal best = position.position().bestMark();
        if (best == null) {
            return List.of();
        }
        Linear mark = account.mark(position.id());
        Linear lost = Linear.of(best).minus(mark);
        return loss(watched, position.position().isLong() ? lost : lost.negate(), best);
    }

    private List<Linear> lossSince(Watched watched, @Nullable BigDecimal then) throws UnprovenException {
        return then == null
                ? List.of()
                : loss(
                        watched,
                        Linear.of(then).minus(account.equity(watched.threshold().scope())),
                        then);
    }

    /// A loss is never negative: a gain counts as 0, which is on the safe side of every limit.
    private static List<Linear> loss(Watched watched, Linear lost, BigDecimal then) throws UnprovenException {
        requireHighIsDangerous(watched);
        return quotient(watched, lost, Linear.of(then));
    }

    private List<Linear> largestWeight(Watched watched) throws UnprovenException {
        requireHighIsDangerous(watched);
        List<Linear> magnitudes = account.magnitudes();
        Linear all = Linear.ZERO;
        for (Linear magnitude : magnitudes) {
            all = all.plus(magnitude);
        }
        if (all.isConstant()) {
            return List.of();
        }
        if (watched.isOpen()) {
            // As long as one of them is too large, which is not said by lines that all have to hold.
            throw new UnprovenException();
        }
        List<Linear> lines = new ArrayList<>();
        for (Linear magnitude : magnitudes) {
            lines.addAll(quotient(watched, magnitude, all));
        }
        return lines;
    }

    private List<Linear> ltv(Watched watched) throws UnprovenException {
        requireHighIsDangerous(watched);
        Linear debt = account.debt();
        return isNone(debt) ? List.of() : quotient(watched, debt, account.pledged());
    }

    private List<Linear> health(Watched watched) {
        Linear debt = account.debt();
        return isNone(debt) ? List.of() : quotient(watched, account.cover(), debt);
    }

    private static boolean isNone(Linear debt) {
        return debt.isConstant() && debt.constant().signum() == 0;
    }

    private List<Linear> drift(Watched watched) throws UnprovenException {
        requireHighIsDangerous(watched);
        Scope scope = watched.threshold().scope();
        AllocationRisk allocation = account.risk().allocations().stream()
                .filter(each -> each.id().equals(scope.id()))
                .findFirst()
                .orElseThrow();
        Linear worth = account.netWorth();
        if (allocation.weight() == null) {
            return List.of(worth.negate());
        }
        // (value - target × worth) ÷ worth, to both sides.
        Linear off = value(allocation.target().holding())
                .minus(worth.times(allocation.target().weight()));
        List<Linear> lines = new ArrayList<>();
        lines.add(worth);
        if (watched.isOpen()) {
            boolean isTooMuch =
                    allocation.weight().compareTo(allocation.target().weight()) > 0;
            lines.addAll(quotient(watched, isTooMuch ? off : off.negate(), worth));
        } else {
            lines.addAll(quotient(watched, off, worth));
            lines.addAll(quotient(watched, off.negate(), worth));
        }
        return lines;
    }

    private Linear value(Holding holding) throws UnprovenException {
        return switch (holding.type()) {
            case ASSET ->
                account.balances().stream()
                        .filter(balance -> balance.asset().equals(holding.id()))
                        .map(LinearBalance::value)
                        .findFirst()
                        .orElse(Linear.ZERO);
            case INSTRUMENT -> sum(new Scope(ScopeType.POSITION, holding.id()), LinearPosition::value);
        };
    }

    private static void requireHighIsDangerous(Watched watched) throws UnprovenException {
        if (!watched.threshold().comparison().highIsDangerous()) {
            throw new UnprovenException();
        }
    }

    /// What a requirement may be taken for where it counts against the line, and where it counts for it.
    private static Bound bound(Watched watched) {
        return isBelow(watched) ? Bound.NEVER_BELOW : Bound.NEVER_ABOVE;
    }

    private static Bound opposite(Bound bound) {
        return bound == Bound.NEVER_BELOW ? Bound.NEVER_ABOVE : Bound.NEVER_BELOW;
    }

    /// Whether the line keeps the metric below its level.
    private static boolean isBelow(Watched watched) {
        return watched.threshold().comparison().highIsDangerous() != watched.isOpen();
    }

    private static List<Linear> amount(Watched watched, Linear amount) {
        return quotient(watched, amount, Linear.of(BigDecimal.ONE));
    }

    /// @param part never unbounded
    /// @param whole positive where the metric is one
    private static List<Linear> quotient(Watched watched, Linear part, Linear whole) {
        Threshold threshold = watched.threshold();
        BigDecimal level = watched.isOpen() ? threshold.clear() : threshold.limit();
        Linear below = whole.times(level).minus(part);
        return List.of(isBelow(watched) ? below : below.negate());
    }
}
