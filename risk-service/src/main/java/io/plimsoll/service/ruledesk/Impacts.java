package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.source.RuleSetSource;
import java.util.Optional;

/// Finds out what a change would do.
public interface Impacts {

    /// The impact of putting one version in the place of another.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if one of them does not pass the checks
    Impact assess(RuleSetSource base, RuleSetSource content);

    /// A report that was made, if there is one of this digest.
    Optional<byte[]> report(String digest);
}
