package io.plimsoll.rules.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.evaluation.Clients;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// One reference is swapped; whoever holds a version keeps it, and the last one closes it.
class LiveRuleSetTest {

    private static final int PUBLISHED = 100;
    private static final Snapshot CLIENT = Clients.cross("100", "BTC-PERP 80");

    private final RuleSetSource source = Sources.withoutScenarios();

    @Test
    void aReplacedVersionIsClosedAfterItsLastLease() {
        RuleSetVersion first = RuleSetCheck.check(source);
        RuleSetVersion second = RuleSetCheck.check(withCall(75, "# second"), Optional.of(first));
        LiveRuleSet live = new LiveRuleSet(first);
        LiveRuleSet.Lease early = live.lease();
        LiveRuleSet.Lease late = live.lease();

        live.publish(second);

        assertThat(live.digest()).isEqualTo(second.digest());
        assertThat(limit(early.version().evaluate(CLIENT))).isEqualByComparingTo("0.8");
        early.close();
        early.close();
        assertThat(limit(late.version().evaluate(CLIENT))).isEqualByComparingTo("0.8");
        late.close();
        assertClosed(first);
        try (LiveRuleSet.Lease lease = live.lease()) {
            assertThat(limit(lease.version().evaluate(CLIENT))).isEqualByComparingTo("0.75");
            live.close();
            assertThat(limit(lease.version().evaluate(CLIENT))).isEqualByComparingTo("0.75");
        }
        assertClosed(second);
        assertThatThrownBy(live::lease).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aVersionThatALeaseKeptOpenIsLiveAgainAtOnce() {
        RuleSetVersion first = RuleSetCheck.check(source);
        RuleSetVersion second = RuleSetCheck.check(withCall(75, "# second"), Optional.of(first));
        LiveRuleSet live = new LiveRuleSet(first);
        LiveRuleSet.Lease kept = live.lease();
        live.publish(second);

        live.publish(kept);

        assertClosed(second);
        assertThatThrownBy(() -> live.publish(kept)).isInstanceOf(IllegalArgumentException.class);
        kept.close();
        try (LiveRuleSet.Lease lease = live.lease()) {
            assertThat(limit(lease.version().evaluate(CLIENT))).isEqualByComparingTo("0.8");
        }
        live.close();
        assertClosed(first);
        assertThatThrownBy(() -> live.publish(kept)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void underLoadEveryDecisionIsOfOneVersionAndEveryReplacedVersionIsClosed() throws Exception {
        Map<String, BigDecimal> limits = new ConcurrentHashMap<>();
        List<RuleSetVersion> published = new ArrayList<>();
        RuleSetVersion first = RuleSetCheck.check(source);
        published.add(first);
        limits.put(first.digest(), new BigDecimal("0.8"));
        LiveRuleSet live = new LiveRuleSet(first);
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> users = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                users.add(threads.submit(user(live, limits, stop)));
            }
            try {
                for (int i = 1; i <= PUBLISHED; i++) {
                    int percent = i % 2 == 0 ? 80 : 75;
                    RuleSetVersion next = next(i, percent, published.getLast());
                    limits.put(next.digest(), BigDecimal.valueOf(percent, 2));
                    published.add(next);
                    live.publish(next);
                }
            } finally {
                stop.set(true);
            }
            for (Future<Integer> user : users) {
                assertThat(user.get()).isPositive();
            }
        }
        published.subList(0, PUBLISHED).forEach(LiveRuleSetTest::assertClosed);
        assertThat(limit(published.getLast().evaluate(CLIENT))).isEqualByComparingTo("0.8");
        live.close();
        assertClosed(published.getLast());
    }

    /// Takes leases until told to stop, and evaluates twice with each.
    private static Callable<Integer> user(LiveRuleSet live, Map<String, BigDecimal> limits, AtomicBoolean stop) {
        return () -> {
            int decisions = 0;
            while (!stop.get()) {
                try (LiveRuleSet.Lease lease = live.lease()) {
                    for (int i = 0; i < 2; i++) {
                        Decision decision = lease.version().evaluate(CLIENT);
                        assertThat(decision.version()).isEqualTo(lease.version().digest());
                        assertThat(limit(decision)).isEqualByComparingTo(limits.get(decision.version()));
                        decisions++;
                    }
                }
            }
            return decisions;
        };
    }

    /// Mostly numbers change; now and then a rule does, and everything is compiled anew.
    private RuleSetVersion next(int i, int percent, RuleSetVersion base) {
        RuleSetSource numbers = withCall(percent, "# " + i);
        int generation = i / 25;
        RuleSetSource edited = Sources.edited(
                numbers, "thresholds/equity.drl", "// A debt", "// Generation %d. A debt".formatted(generation));
        return RuleSetCheck.check(edited, Optional.of(base));
    }

    private RuleSetSource withCall(int percent, String comment) {
        return Sources.edited(
                Sources.edited(
                        source, "tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %," + percent + " %"),
                "README.md",
                "# The standard rule set",
                comment);
    }

    private static BigDecimal limit(Decision decision) {
        return decision.thresholds().stream()
                .map(state -> state.threshold())
                .filter(threshold ->
                        threshold.kind() == ThresholdKind.MARGIN_CALL && threshold.metric() == Metric.MARGIN_RATIO)
                .findFirst()
                .orElseThrow()
                .limit();
    }

    private static void assertClosed(RuleSetVersion version) {
        assertThatThrownBy(() -> version.evaluate(CLIENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
