package io.plimsoll.monitor.guard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// What an action that has passed takes of throttle and breaker.
///
/// @param number counts up with each reservation
/// @param id of the action
/// @param account whose it is
/// @param reach how far it reaches
/// @param at when it passed last
/// @param rules that chose it
/// @param currency of the notionals
/// @param rate what one unit of the currency counted for in caps then
/// @param closings what it trades
public record Reservation(
        long number,
        String id,
        String account,
        Reach reach,
        Instant at,
        List<String> rules,
        String currency,
        BigDecimal rate,
        List<Closing> closings) {

    /// Keeps the lists as they are given.
    public Reservation {
        rules = List.copyOf(rules);
        closings = List.copyOf(closings);
    }

    /// Whether a proposal is for the same thing, so that nothing more is to be reserved for it.
    boolean isFor(Proposal proposal) {
        return account.equals(proposal.account())
                && reach == proposal.reach()
                && rules.equals(proposal.rules())
                && currency.equals(proposal.currency())
                && closings.equals(proposal.closings());
    }

    /// What a closing counts for in caps.
    BigDecimal counted(Closing closing) {
        return closing.notional().multiply(rate);
    }
}
