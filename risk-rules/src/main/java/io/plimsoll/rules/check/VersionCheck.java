package io.plimsoll.rules.check;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.Optional;

/// A way from files to a version: [RuleSetCheck] in this process, or with a process of its own before it.
@FunctionalInterface
public interface VersionCheck {

    /// The version, if everything passes. Its user closes it.
    ///
    /// @param base a version that stays open meanwhile; what it has compiled already is used again
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with everything that is wrong
    RuleSetVersion check(RuleSetSource source, Optional<RuleSetVersion> base);
}
