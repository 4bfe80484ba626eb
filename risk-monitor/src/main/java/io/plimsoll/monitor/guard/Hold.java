package io.plimsoll.monitor.guard;

import io.plimsoll.monitor.guard.price.Doubt;
import java.math.BigDecimal;
import java.util.SortedMap;

/// Why an action is withheld, or, of a notice, what is shown with it.
///
/// @param guard who says so (`marks`, `arming`, `throttle`, `breaker`, `kill-switch`)
/// @param code stable, for programs (`mark-stale`)
/// @param subject what is wrong
/// @param sentence for people, with the numbers
/// @param numbers those of the sentence, by name; durations in seconds, shares as shares
public record Hold(String guard, String code, Subject subject, String sentence, SortedMap<String, BigDecimal> numbers) {

    static Hold withheld(Proposal proposal, String guard, Subject subject, Doubt doubt) {
        return of(proposal, guard, subject, doubt, " withheld: ");
    }

    /// Of what only the kill switch stops: it goes on, flagged.
    static Hold judged(Proposal proposal, String guard, Subject subject, Doubt doubt) {
        return of(proposal, guard, subject, doubt, proposal.reach() == Reach.NOTICE ? " flagged: " : " withheld: ");
    }

    /// Of an action of which only the type is known.
    static Hold stopped(String type, String guard, Subject subject, Doubt doubt) {
        return new Hold(
                guard, doubt.code(), subject, name(type) + " withheld: " + doubt.clause() + ".", doubt.numbers());
    }

    private static Hold of(Proposal proposal, String guard, Subject subject, Doubt doubt, String verb) {
        return new Hold(
                guard, doubt.code(), subject, name(proposal.type()) + verb + doubt.clause() + ".", doubt.numbers());
    }

    private static String name(String type) {
        return switch (type) {
            case "liquidation" -> "Liquidation";
            case "collateralLiquidation" -> "Liquidation of collateral";
            case "reduceLeverage" -> "Reduction of leverage";
            case "closePosition" -> "Closing of a position";
            case "rebalance" -> "Rebalance";
            case "marginCall" -> "Margin call";
            case "restrictTrading" -> "Trading restriction";
            case "alert" -> "Alert";
            default -> "Action " + type;
        };
    }
}
