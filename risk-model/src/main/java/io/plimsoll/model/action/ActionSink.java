package io.plimsoll.model.action;

import io.plimsoll.model.threshold.Breach;

/// Where action rules put what is to be done about a breach. Amounts and quantities are computed by the model, and the
/// rule's place and rows are attached by the engine; a rule only chooses.
public interface ActionSink {

    /// Calls for the collateral that cures the breach.
    ///
    /// @throws IllegalArgumentException if the breach is of an allocation
    void marginCall(Breach breach);

    /// Closes as little as cures the breach.
    ///
    /// @throws IllegalArgumentException if closing positions does not act on the breached metric
    void liquidate(Breach breach);

    /// Trades back towards the allocation targets. Several breaches of one account become one rebalance.
    ///
    /// @throws IllegalArgumentException if the breach is not of an allocation
    void rebalance(Breach breach, Destination destination);
}
