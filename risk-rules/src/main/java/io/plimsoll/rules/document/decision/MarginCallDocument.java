package io.plimsoll.rules.document.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The client must add collateral.
///
/// @param id function of the content: the same action of the same decision has the same one
/// @param scope what it is done to
/// @param summary one sentence with the numbers
/// @param amount what brings the metric to its clear level, rounded up
/// @param currency of the amount
/// @param cures what does so of each asset alone; without those of which no quantity does
/// @param deadline by when; left out for no time in particular
/// @param breaches what it answers
/// @param chosenBy the action rules that asked for it
/// @param ruleSetVersion content digest
public record MarginCallDocument(
        String id,
        ScopeDocument scope,
        String summary,
        BigDecimal amount,
        String currency,
        List<AssetCureDocument> cures,
        @Nullable Instant deadline,
        List<BreachDocument> breaches,
        List<ProvenanceDocument> chosenBy,
        String ruleSetVersion)
        implements ActionDocument {}
