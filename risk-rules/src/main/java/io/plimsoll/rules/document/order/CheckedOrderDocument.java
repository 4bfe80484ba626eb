package io.plimsoll.rules.document.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.model.order.Verdict;
import io.plimsoll.rules.document.decision.RuleSetDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer about an order as written.
///
/// @param ruleSet which version of the rules drew the thresholds
/// @param asOf the moment decided about
/// @param account who
/// @param order as it was proposed
/// @param verdict whether it may go
/// @param quantity what of it may go, in contracts: all, the part that reduces, or 0
/// @param summary one sentence
/// @param reasons why not all of it may go; empty if all may
/// @param fillPrice at which it was taken to fill; null if nothing of it can
/// @param before where the account stands
/// @param filled where it would, once the order had filled as proposed and nothing else had
/// @param worst where it would, once everything on the worst side of each instrument had filled; left out if
///     the order does not make that worse, or it is the same
/// @param liquidationPrice of the order's instrument
public record CheckedOrderDocument(
        RuleSetDocument ruleSet,
        Instant asOf,
        String account,
        ProposedOrderDocument order,
        Verdict verdict,
        BigDecimal quantity,
        String summary,
        List<OrderReasonDocument> reasons,
        @JsonInclude @Nullable BigDecimal fillPrice,
        OrderStandingDocument before,
        OrderStandingDocument filled,
        @Nullable OrderStandingDocument worst,
        OrderOutlooksDocument liquidationPrice) {}
