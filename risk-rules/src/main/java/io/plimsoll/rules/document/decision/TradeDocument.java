package io.plimsoll.rules.document.decision;

import io.plimsoll.model.account.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A quantity to be bought or sold.
///
/// @param asset of an asset
/// @param instrument or of an instrument
/// @param side which way
/// @param quantity above 0
/// @param mark the price it was sized at
/// @param notional its magnitude at the mark, in the account's currency
public record TradeDocument(
        @Nullable String asset,
        @Nullable String instrument,
        Side side,
        BigDecimal quantity,
        BigDecimal mark,
        BigDecimal notional) {}
