package io.plimsoll.service.rulesets;

import io.plimsoll.rules.candidate.CandidateLimits;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;

/// The live rules of a service beside the one that runs.
public final class StartedRules {

    private StartedRules() {}

    public static LiveRules start(RuleSetSettings.Source source, String folder, RuleSetHistory history)
            throws IOException {
        LiveRules rules = new LiveRules(source, folder, CandidateLimits.defaults(), history);
        rules.start(new StartupEvent());
        return rules;
    }

    public static void stop(LiveRules rules) {
        rules.stop(new ShutdownEvent());
    }
}
