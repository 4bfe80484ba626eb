package io.plimsoll.model.action;

import io.plimsoll.model.threshold.Breach;
import java.math.BigDecimal;

/// Where action rules put what is to be done about a breach. Amounts and quantities are computed by the
/// model, and the rule's place and rows are attached by the engine; a rule only chooses.
public interface ActionSink {

    /// Calls for the collateral that cures the breach.
    ///
    /// @throws IllegalArgumentException if the breach is of an allocation
    void marginCall(Breach breach);

    /// Calls for the collateral that cures the breach, by a deadline.
    ///
    /// @param hours from the moment of the snapshot, above 0 and at most 8,760 (a year)
    /// @throws IllegalArgumentException if the breach is of an allocation, or the hours are out of range
    void marginCall(Breach breach, BigDecimal hours);

    /// Closes as little as cures the breach.
    ///
    /// @throws IllegalArgumentException if closing positions does not act on the breached metric
    void liquidate(Breach breach);

    /// Sells as little collateral, to repay what was borrowed against it, as cures the breach.
    ///
    /// @throws IllegalArgumentException if repaying debts does not act on the breached metric
    void liquidateCollateral(Breach breach);

    /// Reduces positions, as little as brings leverage or notional to the clear level.
    ///
    /// @throws IllegalArgumentException if the breach is not of too much leverage or notional
    void reduceLeverage(Breach breach);

    /// Closes a position as a whole.
    ///
    /// @throws IllegalArgumentException if the breach is not of a position
    void closePosition(Breach breach);

    /// Lets the client close positions and open none, until the breach is over.
    ///
    /// @throws IllegalArgumentException if the breach is of an allocation
    void restrictTrading(Breach breach);

    /// Trades back towards the allocation targets. Several breaches of one account become one rebalance.
    ///
    /// @throws IllegalArgumentException if the breach is not of an allocation
    void rebalance(Breach breach, Destination destination);

    /// Tells someone to look.
    void alert(Breach breach);
}
