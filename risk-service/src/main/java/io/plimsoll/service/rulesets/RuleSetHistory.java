package io.plimsoll.service.rulesets;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.Optional;

/// What was live, as it is remembered over restarts.
public interface RuleSetHistory {

    /// The files of what the rule desk had live last; empty if the desk was not used yet, or the folder since.
    ///
    /// @param name of the rule set; empty for the one that something went live of last
    /// @throws IllegalStateException if what is kept is not what was live: somebody changed it
    Optional<RuleSetSource> ofDesk(Optional<String> name);

    /// Remembers what the desk begins with.
    void begin(RuleSetVersion version);

    /// Remembers, sooner or later, that a version went live by the folder. Waits for nothing.
    void saved(RuleSetVersion version);
}
