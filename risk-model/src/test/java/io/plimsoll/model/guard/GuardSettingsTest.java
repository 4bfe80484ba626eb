package io.plimsoll.model.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Settings that switch a guard off, or contradict themselves, can't be made.
final class GuardSettingsTest {

    private static final List<String> DURATIONS = Collections.unmodifiableList(
            new ArrayList<>(Arrays.asList(null, "PT0S", "PT-1S", "PT-0.001S", "PT100000H")));
    private static final List<String> SHARES = Collections.unmodifiableList(
            new ArrayList<>(Arrays.asList(null, "0", "-0.1", "-1", "0.91", "1", "15", "1e18")));
    private static final List<Integer> COUNTS = List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_000_001);

    private final List<String> refused = new ArrayList<>();

    @Test
    void theStandardIsValid() {
        assertThatCode(GuardSettingsTest::standard).doesNotThrowAnyException();
        assertThat(GuardSettings.STANDARD.marks("any")).isEqualTo(MarkLimits.STANDARD);
        assertThat(MarkLimits.STANDARD.freshness().age()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void twoHundredInvalidSettingsAreRefusedByName() {
        freshness();
        movement();
        sourcesAndSettling();
        caps();
        rest();
        contradictions();
        assertThat(refused).hasSizeGreaterThanOrEqualTo(200);
        assertThat(refused)
                .allSatisfy(message -> assertThat(message)
                        .as("names the field, and says more than that")
                        .matches("(?s)^[a-zA-Z0-9/*-]+ .{20,}"));
    }

    private void freshness() {
        for (String text : DURATIONS) {
            refuse(() -> new Freshness(duration(text), Duration.ofMillis(1), Duration.ofSeconds(60)));
            refuse(() -> new Freshness(Duration.ofSeconds(30), duration(text), Duration.ofSeconds(60)));
            refuse(() -> new Freshness(Duration.ofSeconds(30), Duration.ofSeconds(2), duration(text)));
            refuse(() ->
                    marks(m -> new MarkLimits(m.freshness(), m.movement(), m.sources(), m.settling(), duration(text))));
            refuse(() -> new Movement(share("0.15"), duration(text), share("0.05"), Duration.ofSeconds(60)));
            refuse(() -> new Movement(share("0.15"), Duration.ofHours(1), share("0.05"), duration(text)));
            refuse(() -> new Settling(duration(text), Duration.ofMinutes(5), 3, share("0.5")));
            refuse(() -> new Settling(Duration.ofSeconds(20), duration(text), 3, share("0.5")));
            refuse(() -> new ThrottleLimits(duration(text), cap(), all(), Map.of(), rates()));
            refuse(() -> new BreakerLimits(10, duration(text)));
            refuse(() -> new ArmingLimits(duration(text), 3));
        }
    }

    private void movement() {
        for (String text : SHARES) {
            refuse(() -> new Movement(share(text), Duration.ofHours(1), share("0.05"), Duration.ofSeconds(60)));
            refuse(() -> new Movement(share("0.9"), Duration.ofHours(1), share(text), Duration.ofSeconds(60)));
            refuse(() -> new Sources(1, share(text)));
            refuse(() -> new Settling(Duration.ofSeconds(20), Duration.ofMinutes(5), 3, share(text)));
        }
    }

    private void sourcesAndSettling() {
        for (int count : COUNTS) {
            refuse(() -> new Sources(count, share("0.02")));
            refuse(() -> new Settling(Duration.ofSeconds(20), Duration.ofMinutes(5), count, share("0.5")));
            refuse(() -> new ArmingLimits(Duration.ofSeconds(10), count));
            refuse(() -> new BreakerLimits(count, Duration.ofMinutes(10)));
            refuse(() -> new Cap(count, share("1")));
        }
        refuse(() -> new Settling(Duration.ofSeconds(20), Duration.ofMinutes(5), 1, share("0.5")));
        refuse(() -> new ArmingLimits(Duration.ofSeconds(10), 1));
        refuse(() -> new BreakerLimits(1, Duration.ofMinutes(10)));
        refuse(() -> new Sources(51, share("0.02")));
    }

    private void caps() {
        for (String text : Arrays.asList(null, "0", "-1", "-0.000001", "1000000000000001", "1e19", "1e30", "1e-19")) {
            refuse(() -> new Cap(1, share(text)));
            Map<String, BigDecimal> rates = new HashMap<>();
            rates.put("USD", share(text));
            refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), Map.of(), rates));
        }
        Map<String, Cap> missing = new HashMap<>();
        missing.put("BTC-PERP", null);
        refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), missing, rates()));
        Map<String, Cap> unnamed = new HashMap<>();
        unnamed.put(null, cap());
        refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), unnamed, rates()));
        for (String name : List.of("", " ", "a b", "x".repeat(65), "ü", "a/b")) {
            refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), Map.of(name, cap()), rates()));
            refuse(() ->
                    new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), Map.of(), Map.of(name, BigDecimal.ONE)));
            refuse(() -> standard().with(name, MarkLimits.STANDARD));
        }
    }

    private void rest() {
        refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), null, all(), Map.of(), rates()));
        refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), null, Map.of(), rates()));
        refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), null, rates()));
        refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), Map.of(), null));
        refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), Map.of(), Map.of()));
        refuse(() -> marks(m -> new MarkLimits(null, m.movement(), m.sources(), m.settling(), m.release())));
        refuse(() -> marks(m -> new MarkLimits(m.freshness(), null, m.sources(), m.settling(), m.release())));
        refuse(() -> marks(m -> new MarkLimits(m.freshness(), m.movement(), null, m.settling(), m.release())));
        refuse(() -> marks(m -> new MarkLimits(m.freshness(), m.movement(), m.sources(), null, m.release())));
        GuardSettings s = standard();
        refuse(() -> new GuardSettings(null, Map.of(), s.throttle(), s.breaker(), s.arming()));
        refuse(() -> new GuardSettings(s.marks(), null, s.throttle(), s.breaker(), s.arming()));
        refuse(() -> new GuardSettings(s.marks(), Map.of(), null, s.breaker(), s.arming()));
        refuse(() -> new GuardSettings(s.marks(), Map.of(), s.throttle(), null, s.arming()));
        refuse(() -> new GuardSettings(s.marks(), Map.of(), s.throttle(), s.breaker(), null));
        refuse(() -> s.with("BTC-PERP", null));
    }

    /// Each limit by itself is fine.
    private void contradictions() {
        for (int seconds : List.of(31, 60, 3_600)) {
            refuse(() -> new Freshness(Duration.ofSeconds(30), Duration.ofSeconds(seconds), Duration.ofDays(1)));
        }
        for (int seconds : List.of(1, 10, 29)) {
            refuse(() -> new Freshness(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(seconds)));
            refuse(() -> new Settling(Duration.ofSeconds(30), Duration.ofSeconds(seconds), 3, share("0.5")));
        }
        for (String band : List.of("0.01", "0.04", "0.05")) {
            refuse(() -> new Movement(share(band), Duration.ofHours(1), share("0.05"), Duration.ofSeconds(60)));
        }
        for (int seconds : List.of(2, 30, 60, 120, 180)) {
            refuse(() ->
                    new Movement(share("0.15"), Duration.ofSeconds(seconds), share("0.05"), Duration.ofSeconds(60)));
        }
        for (String disagreement : List.of("0.05", "0.06", "0.2", "0.5")) {
            refuse(() -> marks(m -> new MarkLimits(
                    m.freshness(), m.movement(), new Sources(1, share(disagreement)), m.settling(), m.release())));
        }
        for (String most : List.of("0.01", "0.1", "0.15")) {
            refuse(() -> marks(m -> new MarkLimits(
                    m.freshness(),
                    m.movement(),
                    m.sources(),
                    new Settling(Duration.ofSeconds(20), Duration.ofMinutes(5), 3, share(most)),
                    m.release())));
        }
        for (int minutes : List.of(60, 61, 600)) {
            refuse(() -> marks(m -> new MarkLimits(
                    new Freshness(Duration.ofMinutes(minutes), Duration.ofSeconds(2), Duration.ofMinutes(minutes)),
                    m.movement(),
                    m.sources(),
                    m.settling(),
                    m.release())));
            refuse(() -> marks(m -> new MarkLimits(
                    new Freshness(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofMinutes(minutes)),
                    m.movement(),
                    m.sources(),
                    m.settling(),
                    m.release())));
        }
        for (int count : List.of(11, 100, 1_000_000)) {
            Cap more = new Cap(count, share("1"));
            refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), more, all(), Map.of(), rates()));
            refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), Map.of("X", more), rates()));
        }
        Cap dearer = new Cap(1, share("1001"));
        refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), dearer, all(), Map.of(), rates()));
        refuse(() -> new ThrottleLimits(Duration.ofMinutes(1), cap(), all(), Map.of("X", dearer), rates()));
        GuardSettings s = standard();
        for (int trades : List.of(2_001, 5_000, 1_000_000)) {
            refuse(() -> new GuardSettings(
                    s.marks(), Map.of(), s.throttle(), new BreakerLimits(trades, Duration.ofMinutes(10)), s.arming()));
        }
    }

    private void refuse(Runnable making) {
        assertThatThrownBy(making::run)
                .as("after %d others: %s", refused.size(), refused.isEmpty() ? "" : refused.getLast())
                .isInstanceOf(InvalidFactException.class)
                .satisfies(thrown -> refused.add(thrown.getMessage()));
    }

    private static void marks(Function<MarkLimits, MarkLimits> making) {
        assertThat(making.apply(MarkLimits.STANDARD)).isNull();
    }

    private static GuardSettings standard() {
        return GuardSettings.STANDARD;
    }

    private static Duration duration(String text) {
        return text == null ? null : Duration.parse(text);
    }

    private static BigDecimal share(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Cap cap() {
        return new Cap(5, new BigDecimal("500"));
    }

    private static Cap all() {
        return new Cap(10, new BigDecimal("1000"));
    }

    private static Map<String, BigDecimal> rates() {
        return Map.of("USD", BigDecimal.ONE);
    }
}
