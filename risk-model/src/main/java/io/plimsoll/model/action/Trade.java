package io.plimsoll.model.action;

import io.plimsoll.model.account.Holding;
import java.math.BigDecimal;

/// A quantity to be bought or sold.
///
/// @param holding of what
/// @param side which way
/// @param quantity in contracts or units of the asset, above 0
/// @param mark the price that it was sized at, in the account's currency
/// @param notional its magnitude at the mark, in the account's currency
public record Trade(Holding holding, Side side, BigDecimal quantity, BigDecimal mark, BigDecimal notional) {}
