package io.plimsoll.rules.document.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An exact quotient.
///
/// @param value with 18 decimals, half even, for showing; null if it is greater than every number
/// @param exact numerator and denominator, which decide: `4210/5000`
public record RatioDocument(@JsonInclude @Nullable BigDecimal value, String exact) {}
