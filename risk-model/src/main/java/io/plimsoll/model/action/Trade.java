package io.plimsoll.model.action;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import java.math.BigDecimal;

/// A quantity to be bought or sold.
///
/// @param holding of what
/// @param side which way
/// @param quantity in contracts or units of the asset, above 0
/// @param mark the price that it was sized at, in the account's currency
/// @param notional its magnitude at the mark, in the account's currency; with 18 decimals where it does not end
public record Trade(Holding holding, Side side, BigDecimal quantity, BigDecimal mark, BigDecimal notional) {}
