package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.ruledesk.workflow.PersonId;
import java.util.Optional;

/// What somebody wants to know about a change.
///
/// @param ruleSet name of the rule set
/// @param change its identifier
/// @param by who asks
/// @param base files of the version that it would replace
/// @param content its files
/// @param on the accounts that are looked at
/// @param curve what one number does; empty if that is not asked for
public record ImpactOrder(
        String ruleSet,
        String change,
        PersonId by,
        RuleSetSource base,
        RuleSetSource content,
        Accounts on,
        Optional<Curve> curve) {

    /// Accounts to look at.
    public enum Accounts {
        /// Those recorded last, as they were recorded.
        RECORDED,
        /// The same, each after every shock of the stress set.
        STRESSED
    }
}
