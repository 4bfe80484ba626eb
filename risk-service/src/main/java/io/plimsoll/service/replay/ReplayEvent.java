package io.plimsoll.service.replay;

import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.ClosingOrder;
import io.plimsoll.model.threshold.Breach;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// What happened to an account.
sealed interface ReplayEvent {

    /// The hour in which it happened.
    Instant hour();

    /// To whom.
    String account();

    /// At which mark.
    BigDecimal mark();

    /// The account was called for collateral.
    record Called(Instant hour, String account, BigDecimal mark, MarginCall call, Breach breach)
            implements ReplayEvent {}

    /// Positions were closed at the mark.
    record Liquidated(Instant hour, String account, BigDecimal mark, Liquidation liquidation) implements ReplayEvent {}

    /// Positions were reduced or closed at the mark, because a rule said so before any liquidation.
    record Reduced(Instant hour, String account, BigDecimal mark, List<ClosingOrder> closings) implements ReplayEvent {
        /// Keeps the orders as they are given.
        public Reduced {
            closings = List.copyOf(closings);
        }
    }

    /// A breach was over.
    record Cleared(Instant hour, String account, BigDecimal mark, Breach breach) implements ReplayEvent {}
}
