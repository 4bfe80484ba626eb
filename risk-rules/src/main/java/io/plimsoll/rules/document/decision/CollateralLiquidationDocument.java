package io.plimsoll.rules.document.decision;

import io.plimsoll.model.action.LendingOutcome;
import java.math.BigDecimal;
import java.util.List;

/// Collateral is sold to repay what was borrowed against it, as little as restores the target.
///
/// @param id function of the content: the same action of the same decision has the same one
/// @param scope what it is done to
/// @param summary one sentence with the numbers
/// @param repayments in the order in which they are done
/// @param outcome what it comes to
/// @param toxic whether a part of it raises loan to value
/// @param badDebt what is owed with no collateral left
/// @param ltvAfter loan to value then
/// @param healthAfter health factor then
/// @param currency of the amounts
/// @param breaches what it answers
/// @param chosenBy the action rules that asked for it
/// @param ruleSetVersion content digest
public record CollateralLiquidationDocument(
        String id,
        ScopeDocument scope,
        String summary,
        List<RepaymentDocument> repayments,
        LendingOutcome outcome,
        boolean toxic,
        BigDecimal badDebt,
        RatioDocument ltvAfter,
        RatioDocument healthAfter,
        String currency,
        List<BreachDocument> breaches,
        List<ProvenanceDocument> chosenBy,
        String ruleSetVersion)
        implements ActionDocument {}
