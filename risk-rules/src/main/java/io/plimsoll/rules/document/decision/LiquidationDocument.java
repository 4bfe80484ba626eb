package io.plimsoll.rules.document.decision;

import java.math.BigDecimal;
import java.util.List;

/// Positions are closed, as little as restores the target.
///
/// @param id function of the content: the same action of the same decision has the same one
/// @param scope what it is done to
/// @param summary one sentence with the numbers
/// @param orders what to close
/// @param full whether everything is closed
/// @param shortfall equity that is missing even then
/// @param metricAfter the breached metric once the orders are filled at the marks
/// @param currency of the amounts
/// @param breaches what it answers
/// @param chosenBy the action rules that asked for it
/// @param ruleSetVersion content digest
public record LiquidationDocument(
        String id,
        ScopeDocument scope,
        String summary,
        List<TradeDocument> orders,
        boolean full,
        BigDecimal shortfall,
        RatioDocument metricAfter,
        String currency,
        List<BreachDocument> breaches,
        List<ProvenanceDocument> chosenBy,
        String ruleSetVersion)
        implements ActionDocument {}
