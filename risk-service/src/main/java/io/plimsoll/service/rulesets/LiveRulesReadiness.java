package io.plimsoll.service.rulesets;

import io.plimsoll.rules.live.LiveRuleSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready means that a rule set is live.
@Readiness
public final class LiveRulesReadiness implements HealthCheck {

    private static final String NAME = "Live rule set";

    private final LiveRules rules;

    LiveRulesReadiness(LiveRules rules) {
        this.rules = rules;
    }

    @Override
    public HealthCheckResponse call() {
        if (!rules.isReady()) {
            return HealthCheckResponse.down(NAME);
        }
        try (LiveRuleSet.Lease lease = rules.lease()) {
            return HealthCheckResponse.named(NAME)
                    .up()
                    .withData("name", lease.version().name())
                    .withData("digest", lease.version().digest())
                    .build();
        }
    }
}
