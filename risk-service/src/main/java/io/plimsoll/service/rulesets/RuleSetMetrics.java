package io.plimsoll.service.rulesets;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.live.RefusedEdit;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Prometheus learns about the live rule set. Read when it asks, so two refusals between two readings count once.
@Singleton
final class RuleSetMetrics {

    private final LiveRules rules;
    private final MultiGauge info;
    private String shown = "";
    private @Nullable Instant lastRefusal;
    private long refusals;

    RuleSetMetrics(LiveRules rules, MeterRegistry registry) {
        this.rules = rules;
        this.info = MultiGauge.builder("plimsoll.rule.set")
                .description("The live rule set, by name and digest; always 1")
                .register(registry);
        Gauge.builder("plimsoll.rule.set.refused", this, RuleSetMetrics::isLastEditRefused)
                .description("Whether the last saved edit was refused")
                .register(registry);
        FunctionCounter.builder("plimsoll.rule.set.refused.edits", this, RuleSetMetrics::countRefusals)
                .description("Saved edits that were refused")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        show();
    }

    private double isLastEditRefused() {
        show();
        return rules.refusedEdit().isPresent() ? 1 : 0;
    }

    private synchronized double countRefusals() {
        Instant time = rules.refusedEdit().map(RefusedEdit::time).orElse(lastRefusal);
        if (time != null && !time.equals(lastRefusal)) {
            lastRefusal = time;
            refusals++;
        }
        return refusals;
    }

    private synchronized void show() {
        if (!rules.isReady()) {
            return;
        }
        try (LiveRuleSet.Lease lease = rules.lease()) {
            String digest = lease.version().digest();
            if (!digest.equals(shown)) {
                shown = digest;
                info.register(
                        List.of(MultiGauge.Row.of(
                                Tags.of("name", lease.version().name(), "digest", digest), 1)),
                        true);
            }
        }
    }
}
