package io.plimsoll.rules.document.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The margin tier that a position is in.
///
/// @param index counted from 0
/// @param floor lowest notional
/// @param cap notional at which the next tier begins, if there is one
/// @param maintenanceRate maintenance margin per unit of notional
/// @param maintenanceAmount what is deducted
/// @param maxLeverage highest leverage
public record TierRiskDocument(
        int index,
        BigDecimal floor,
        @Nullable BigDecimal cap,
        BigDecimal maintenanceRate,
        BigDecimal maintenanceAmount,
        BigDecimal maxLeverage) {}
