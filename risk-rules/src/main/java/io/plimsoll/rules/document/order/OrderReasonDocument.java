package io.plimsoll.rules.document.order;

import io.plimsoll.model.order.Moment;
import io.plimsoll.rules.document.decision.RatioDocument;
import io.plimsoll.rules.document.decision.ThresholdDocument;
import org.jspecify.annotations.Nullable;

/// Why an order may not go as it is.
///
/// @param code which reason
/// @param detail one sentence with the numbers
/// @param when the account is looked at
/// @param threshold that is or would be crossed, with the rule and the rows that set it
/// @param missing what of free collateral is missing, in the account's currency
public record OrderReasonDocument(
        OrderReasonCode code,
        String detail,
        @Nullable Moment when,
        @Nullable ThresholdDocument threshold,
        @Nullable RatioDocument missing) {}
