package io.plimsoll.rules.document.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One holding beside the share of net worth that it should have.
///
/// @param asset of a balance
/// @param instrument or of a position
/// @param value at the mark, signed, in the account's currency
/// @param weight value ÷ net worth; null if net worth is not positive
/// @param target the share that it should have
/// @param drift distance between the two; null if net worth is not positive
public record AllocationDocument(
        @Nullable String asset,
        @Nullable String instrument,
        BigDecimal value,
        @JsonInclude @Nullable RatioDocument weight,
        BigDecimal target,
        @JsonInclude @Nullable RatioDocument drift) {}
