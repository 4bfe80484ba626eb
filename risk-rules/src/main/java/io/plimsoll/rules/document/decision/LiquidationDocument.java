package io.plimsoll.rules.document.decision;

import io.plimsoll.model.action.LiquidationOutcome;
import java.math.BigDecimal;
import java.util.List;

/// Positions are closed, as little as restores the target.
///
/// @param id function of the content: the same action of the same decision has the same one
/// @param scope what it is done to
/// @param summary one sentence with the numbers
/// @param orders what to close
/// @param full whether everything is closed
/// @param outcome what it comes to
/// @param fees of all orders
/// @param insurance what the account then pays to the insurance fund
/// @param shortfall equity that is missing even then: what the insurance fund has to pay
/// @param equityAfter what is left once the orders are filled at the marks and all costs are paid
/// @param metricAfter the breached metric then
/// @param currency of the amounts
/// @param breaches what it answers
/// @param chosenBy the action rules that asked for it
/// @param ruleSetVersion content digest
public record LiquidationDocument(
        String id,
        ScopeDocument scope,
        String summary,
        List<ClosingOrderDocument> orders,
        boolean full,
        LiquidationOutcome outcome,
        BigDecimal fees,
        BigDecimal insurance,
        BigDecimal shortfall,
        BigDecimal equityAfter,
        RatioDocument metricAfter,
        String currency,
        List<BreachDocument> breaches,
        List<ProvenanceDocument> chosenBy,
        String ruleSetVersion)
        implements ActionDocument {}
