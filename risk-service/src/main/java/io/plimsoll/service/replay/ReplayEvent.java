package io.plimsoll.service.replay;

import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.threshold.Breach;
import java.math.BigDecimal;
import java.time.Instant;

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

    /// A breach was over.
    record Cleared(Instant hour, String account, BigDecimal mark, Breach breach) implements ReplayEvent {}
}
