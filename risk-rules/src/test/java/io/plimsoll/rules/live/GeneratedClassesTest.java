package io.plimsoll.rules.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.evaluation.Clients;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// A rule is compiled to classes; those of replaced versions go.
class GeneratedClassesTest {

    private static final int WARM = 20;
    private static final int PUBLISHED = 60;

    @Test
    void thoseOfReplacedVersionsAreUnloaded() {
        RuleSetSource source = Sources.withoutScenarios();
        LiveRuleSet live = new LiveRuleSet(RuleSetCheck.check(source));
        int atFirst = loaded();
        long totalAtFirst = total();
        for (int i = 0; i < WARM; i++) {
            publish(live, source, i);
        }
        int afterWarmUp = least(Integer.MAX_VALUE);
        assertThat(total() - totalAtFirst)
                .as("every publish compiles, or there is nothing to see")
                .isGreaterThan(WARM);
        for (int i = WARM; i < PUBLISHED; i++) {
            publish(live, source, i);
        }
        int allowed = afterWarmUp + afterWarmUp / 33;

        assertThat(least(allowed)).as("after %d classes at first", atFirst).isLessThanOrEqualTo(allowed);
        live.close();
    }

    private static void publish(LiveRuleSet live, RuleSetSource source, int i) {
        RuleSetSource edited = Sources.edited(
                source, "thresholds/margin.drl", "// Cross-margined", "// Edit %d: cross-margined".formatted(i));
        try (LiveRuleSet.Lease lease = live.lease()) {
            live.publish(RuleSetCheck.check(edited, Optional.of(lease.version())));
        }
        try (LiveRuleSet.Lease lease = live.lease()) {
            assertThat(lease.version()
                            .evaluate(Clients.cross("100", "BTC-PERP 80"))
                            .actions())
                    .hasSize(1);
        }
    }

    /// The fewest classes after a few collections: one alone need not unload everything.
    private static int least(int enough) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 10 && (i < 4 || least > enough); i++) {
            System.gc();
            LockSupport.parkNanos(20_000_000);
            least = Math.min(least, loaded());
        }
        return least;
    }

    private static int loaded() {
        return classes().getLoadedClassCount();
    }

    private static long total() {
        return classes().getTotalLoadedClassCount();
    }

    private static ClassLoadingMXBean classes() {
        return ManagementFactory.getClassLoadingMXBean();
    }
}
