package io.plimsoll.rules.document.decision;

import java.util.List;

/// A position is closed as a whole at its mark.
///
/// @param id function of the content: the same action of the same decision has the same one
/// @param scope what it is done to
/// @param summary one sentence with the numbers
/// @param order what to trade
/// @param currency of the amounts
/// @param breaches what it answers
/// @param chosenBy the action rules that asked for it
/// @param ruleSetVersion content digest
public record ClosePositionDocument(
        String id,
        ScopeDocument scope,
        String summary,
        ClosingOrderDocument order,
        String currency,
        List<BreachDocument> breaches,
        List<ProvenanceDocument> chosenBy,
        String ruleSetVersion)
        implements ActionDocument {}
