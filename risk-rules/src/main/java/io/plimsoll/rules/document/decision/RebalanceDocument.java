package io.plimsoll.rules.document.decision;

import io.plimsoll.model.action.Destination;
import java.util.List;

/// Holdings are brought back towards their targets.
///
/// @param id function of the content: the same action of the same decision has the same one
/// @param scope what it is done to
/// @param summary one sentence with the numbers
/// @param destination how far
/// @param trades in the order of holdings
/// @param stillOutside the allocations in breach that stay outside their bands after the trades
/// @param currency of the amounts
/// @param breaches what it answers
/// @param chosenBy the action rules that asked for it
/// @param ruleSetVersion content digest
public record RebalanceDocument(
        String id,
        ScopeDocument scope,
        String summary,
        Destination destination,
        List<TradeDocument> trades,
        List<ScopeDocument> stillOutside,
        String currency,
        List<BreachDocument> breaches,
        List<ProvenanceDocument> chosenBy,
        String ruleSetVersion)
        implements ActionDocument {}
