package io.plimsoll.rules.document.decision;

import java.util.List;

/// Positions are reduced, as little as brings leverage or notional to the clear level.
///
/// @param id function of the content: the same action of the same decision has the same one
/// @param scope what it is done to
/// @param summary one sentence with the numbers
/// @param orders what to close
/// @param full whether everything is closed, because nothing less does
/// @param metricAfter the breached metric once the orders are filled at the marks and their fees are paid
/// @param currency of the amounts
/// @param breaches what it answers
/// @param chosenBy the action rules that asked for it
/// @param ruleSetVersion content digest
public record ReduceLeverageDocument(
        String id,
        ScopeDocument scope,
        String summary,
        List<ClosingOrderDocument> orders,
        boolean full,
        RatioDocument metricAfter,
        String currency,
        List<BreachDocument> breaches,
        List<ProvenanceDocument> chosenBy,
        String ruleSetVersion)
        implements ActionDocument {}
