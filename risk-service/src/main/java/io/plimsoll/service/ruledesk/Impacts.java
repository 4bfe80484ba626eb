package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.source.RuleSetSource;

/// Finds out what a change would do.
public interface Impacts {

    /// The impact of putting one version in the place of another.
    Impact assess(RuleSetSource base, RuleSetSource content);
}
