package io.plimsoll.rules.document.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The metrics of an account, in its currency.
///
/// @param netWorth balances at their marks, isolated margins, and unrealised profit and loss
/// @param equity the same after haircuts
/// @param exposure gross notional
/// @param maintenanceMargin summed over positions
/// @param initialMargin summed over positions
/// @param freeCollateral equity less initial margin
/// @param unrealisedPnl profit and loss since entry
/// @param marginRatio maintenance margin ÷ equity; null for an isolated account, whose positions have
///     it
/// @param leverage exposure ÷ equity; null for an isolated account, whose positions have it
/// @param positions in the order of instruments
/// @param allocations in the order of holdings
public record MetricsDocument(
        BigDecimal netWorth,
        BigDecimal equity,
        BigDecimal exposure,
        BigDecimal maintenanceMargin,
        RatioDocument initialMargin,
        RatioDocument freeCollateral,
        BigDecimal unrealisedPnl,
        @JsonInclude @Nullable RatioDocument marginRatio,
        @JsonInclude @Nullable RatioDocument leverage,
        List<PositionRiskDocument> positions,
        List<AllocationDocument> allocations) {}
