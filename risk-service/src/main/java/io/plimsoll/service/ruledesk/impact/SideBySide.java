package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.rulesets.LiveRules;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;

/// The version that a change would replace and the one that it would become, ready to decide.
@Singleton
final class SideBySide {

    private final LiveRules rules;
    private final AccountWork threads;

    SideBySide(LiveRules rules, AccountWork threads) {
        this.rules = rules;
        this.threads = threads;
    }

    /// Does something with both; they are closed afterwards, so that nothing may be evaluating then.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if one of them does not pass the checks
    <T> T with(RuleSetSource base, RuleSetSource content, BiFunction<RuleSetVersion, RuleSetVersion, T> work) {
        try (LiveRuleSet.Lease lease = rules.lease();
                // As an edit of what is live: of table rows alone it compiles nothing.
                RuleSetVersion proposed = threads.once(() -> rules.check(content))) {
            if (lease.version().digest().equals(base.digest())) {
                return work.apply(lease.version(), proposed);
            }
            try (RuleSetVersion before = threads.once(() -> rules.load(base))) {
                return work.apply(before, proposed);
            }
        }
    }

    /// Other rows of the proposed version, checked as an edit of what is live; nothing is compiled. Close it.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if they do not pass the checks
    RuleSetVersion other(RuleSetSource rows, RuleSetVersion proposed) {
        return threads.once(() -> rules.checkRows(rows, proposed));
    }
}
