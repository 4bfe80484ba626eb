package io.plimsoll.rules.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.decision.RuleFiring;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.evaluation.Clients;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/// Numbers and rules are published in turn while decisions go on: none is mixed, and nothing is left of what was
/// replaced. `./plimsoll bench publish` does the same a thousand times.
class PublishingSoakTest {

    private static final int WARM = 20;
    private static final int PUBLISHED = 60;
    private static final Snapshot CLIENT = Clients.cross("100", "BTC-PERP 80");

    private final RuleSetSource source = Sources.withoutScenarios();
    private final Map<String, Edition> editions = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> wrong = new AtomicReference<>();
    private final AtomicBoolean open = new AtomicBoolean(true);

    /// What a version must decide by.
    ///
    /// @param tag at the end of the name of every rule
    /// @param limit at which the client is called
    private record Edition(String tag, BigDecimal limit) {}

    @Test
    void noDecisionIsMixedAndNothingIsLeftOfReplacedVersions() throws InterruptedException {
        LiveRuleSet live = new LiveRuleSet(RuleSetCheck.check(edition(0)));
        Thread user = Thread.ofPlatform().start(() -> decide(live));
        long compiledAtFirst = classesEver();
        for (int i = 1; i <= WARM; i++) {
            publish(live, i);
        }
        assertThat(classesEver() - compiledAtFirst)
                .as("every second publish compiles, or there is nothing to see")
                .isGreaterThan(WARM / 2);
        long classes = least(PublishingSoakTest::classes, Long.MAX_VALUE);
        long metaspace = least(PublishingSoakTest::metaspace, Long.MAX_VALUE);
        long threads = least(PublishingSoakTest::threads, Long.MAX_VALUE);
        long descriptors = least(PublishingSoakTest::descriptors, Long.MAX_VALUE);

        for (int i = WARM + 1; i <= PUBLISHED; i++) {
            publish(live, i);
        }

        assertFlat("classes", PublishingSoakTest::classes, classes);
        assertFlat("bytes of metaspace", PublishingSoakTest::metaspace, metaspace);
        assertFlat("threads", PublishingSoakTest::threads, threads);
        assertFlat("file descriptors", PublishingSoakTest::descriptors, descriptors);
        open.set(false);
        user.join();
        assertThat(wrong.get()).isNull();
        live.close();
    }

    private void publish(LiveRuleSet live, int i) {
        RuleSetSource next = edition(i);
        try (LiveRuleSet.Lease lease = live.lease()) {
            live.publish(RuleSetCheck.check(next, Optional.of(lease.version())));
        }
        try (LiveRuleSet.Lease lease = live.lease()) {
            requireOneEdition(lease.version().evaluate(CLIENT));
        }
    }

    /// Odd editions have other rules than the one before, even ones other numbers.
    private RuleSetSource edition(int i) {
        String tag = " #" + (i + 1) / 2;
        int percent = 71 + i / 2 % 8;
        RuleSetSource edited = Sources.edited(
                source, "tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %%,%d %%".formatted(percent));
        for (String path : source.paths()) {
            if (path.endsWith(".drl")) {
                String text = Sources.text(edited, path);
                edited = Sources.with(edited, path, text.replaceAll("(?m)^rule \"(.*)\"", "rule \"$1" + tag + "\""));
            }
        }
        editions.put(edited.digest(), new Edition(tag, BigDecimal.valueOf(percent, 2)));
        return edited;
    }

    private void decide(LiveRuleSet live) {
        try {
            while (open.get()) {
                try (LiveRuleSet.Lease lease = live.lease()) {
                    requireOneEdition(lease.version().evaluate(CLIENT));
                }
            }
        } catch (RuntimeException | Error e) {
            wrong.set(e);
        }
    }

    private void requireOneEdition(Decision decision) {
        Edition edition = editions.get(decision.version());
        assertThat(decision.firings()).extracting(RuleFiring::rule).allMatch(rule -> rule.endsWith(edition.tag()));
        assertThat(decision.thresholds())
                .allMatch(state -> state.setBy().rule().endsWith(edition.tag()))
                .anyMatch(state -> state.threshold().limit().compareTo(edition.limit()) == 0);
        assertThat(decision.actions())
                .singleElement()
                .satisfies(action ->
                        assertThat(action.chosenBy()).allMatch(by -> by.rule().endsWith(edition.tag())));
    }

    private static void assertFlat(String what, LongSupplier measured, long warm) {
        long allowed = warm + warm / 20 + 1;
        assertThat(least(measured, allowed))
                .as("%s, of which there were %d after %d publishes", what, warm, WARM)
                .isLessThanOrEqualTo(allowed);
    }

    /// The least after a few collections: one alone need not unload everything.
    private static long least(LongSupplier measured, long enough) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 12 && (i < 3 || least > enough); i++) {
            System.gc();
            LockSupport.parkNanos(20_000_000);
            least = Math.min(least, measured.getAsLong());
        }
        return least;
    }

    private static long classesEver() {
        return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    }

    private static long classes() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    private static long threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
