package io.plimsoll.model.order;

import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.decision.Standing;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.FillRange;
import io.plimsoll.model.order.CheckedOrder.Margined;
import io.plimsoll.model.order.LiquidationOutlook.Outlooks;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Says whether an order may go. Pure: the same account, order and rules get an equal answer.
///
/// What only reduces the position, and does not raise what the worst side of the instrument needs, may always
/// go. Of everything else nothing may be opened that is restricted already, that would cross a threshold that
/// restricts trading, or for which there is no free collateral, once it has filled or the worst side of every
/// instrument has; its reducing part may go all the same.
///
/// @param rules draws the thresholds of an account
public record OrderCheck(Function<Snapshot, Standing> rules) {

    /// Checks an order.
    ///
    /// @param order of an instrument that the snapshot has, with its mark
    /// @throws io.plimsoll.model.fact.InvalidFactException if the account would leave the bounds of facts
    public CheckedOrder check(Snapshot snapshot, ProposedOrder order) {
        FillRange range = FillRange.of(snapshot, order.instrument());
        FillRange with = order.reduceOnly() ? range : range.with(order.side(), order.quantity());
        OrderSplit split = OrderSplit.of(range.held(), order);
        BigDecimal fills = order.reduceOnly() ? split.reducing() : order.quantity();
        @Nullable Fill fill = fills.signum() == 0 ? null : Fill.of(snapshot, order, fills);
        Snapshot filled = fill == null ? snapshot : AccountFills.apply(snapshot, List.of(fill));
        FillScenario scenario = new FillScenario(snapshot, order, with);
        Snapshot worst = scenario.worst();
        boolean isWorse = with.worst().compareTo(range.worst()) > 0;

        boolean takesOwnMargin = takesOwnMargin(snapshot, order);
        Margined before = stand(snapshot, takesOwnMargin);
        Margined after = stand(filled, takesOwnMargin);
        @Nullable Margined worse = isWorse && !worst.equals(filled) ? stand(worst, takesOwnMargin) : null;
        OrderReasons reasons = new OrderReasons(snapshot, order, split, range.held());
        List<OrderReason> found = new ArrayList<>(reasons.ofForm());
        Verdict verdict = found.isEmpty() ? Verdict.ACCEPT : reasons.verdictOfForm();
        if (!order.reduceOnly() && found.isEmpty() && (isWorse || !split.isReducing())) {
            found.addAll(reasons.ofAccount(before, after, worse));
            verdict = found.isEmpty() ? Verdict.ACCEPT : reduction(split);
        }
        Outlooks outlooks = new Outlooks(
                outlook(before.standing().risk(), order),
                outlook(after.standing().risk(), order),
                outlook(AccountRisk.of(worst), order),
                outlook(AccountRisk.of(order.reduceOnly() ? filled : scenario.best()), order));
        return new CheckedOrder(
                order, verdict, allowed(verdict, order, split), fill, found, before, after, worse, outlooks);
    }

    private static Verdict reduction(OrderSplit split) {
        return split.reducing().signum() > 0 ? Verdict.REDUCE_ONLY : Verdict.REJECT;
    }

    private static BigDecimal allowed(Verdict verdict, ProposedOrder order, OrderSplit split) {
        return switch (verdict) {
            case ACCEPT -> order.quantity();
            case REDUCE_ONLY -> split.reducing();
            case REJECT -> BigDecimal.ZERO;
        };
    }

    private Margined stand(Snapshot snapshot, boolean takesOwnMargin) {
        Standing standing = rules.apply(snapshot);
        return new Margined(standing, FreeCollateral.of(standing.risk(), takesOwnMargin));
    }

    private static LiquidationOutlook outlook(AccountRisk risk, ProposedOrder order) {
        return LiquidationOutlook.of(risk, order.instrument());
    }

    private static boolean takesOwnMargin(Snapshot snapshot, ProposedOrder order) {
        return snapshot.account().positions().stream()
                .filter(position -> position.instrument().equals(order.instrument()))
                .findFirst()
                .map(Position::isIsolated)
                .orElse(snapshot.account().marginMode() == MarginMode.ISOLATED);
    }
}
