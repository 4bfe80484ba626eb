package io.plimsoll.rules.document.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One position at its mark, in the account's currency.
///
/// @param instrument of what
/// @param quantity contracts: negative for short
/// @param entryPrice average price at which it was opened
/// @param mark the price it is valued at
/// @param notional magnitude of its value
/// @param unrealisedPnl profit and loss since entry
/// @param maintenanceMargin what it needs to be kept
/// @param initialMargin what it needs to be opened
/// @param tier the margin tier of its notional
/// @param marginRatio maintenance margin ÷ equity of an isolated position
/// @param leverage notional ÷ equity of an isolated position
/// @param liquidationPrice the mark at which equity equals maintenance margin
/// @param bankruptcyPrice the mark at which equity is gone
public record PositionRiskDocument(
        String instrument,
        BigDecimal quantity,
        BigDecimal entryPrice,
        BigDecimal mark,
        BigDecimal notional,
        BigDecimal unrealisedPnl,
        BigDecimal maintenanceMargin,
        RatioDocument initialMargin,
        TierRiskDocument tier,
        @Nullable RatioDocument marginRatio,
        @Nullable RatioDocument leverage,
        PriceLevelDocument liquidationPrice,
        PriceLevelDocument bankruptcyPrice) {}
