package io.plimsoll.rules.document.decision;

import io.plimsoll.model.action.TradingMode;
import java.util.List;

/// The client may not trade as before, until the breach is over.
///
/// @param id function of the content: the same action of the same decision has the same one
/// @param scope what it is done to
/// @param summary one sentence with the numbers
/// @param mode what may still be done
/// @param breaches what it answers
/// @param chosenBy the action rules that asked for it
/// @param ruleSetVersion content digest
public record RestrictTradingDocument(
        String id,
        ScopeDocument scope,
        String summary,
        TradingMode mode,
        List<BreachDocument> breaches,
        List<ProvenanceDocument> chosenBy,
        String ruleSetVersion)
        implements ActionDocument {}
