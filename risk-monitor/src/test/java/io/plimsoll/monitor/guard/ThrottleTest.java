package io.plimsoll.monitor.guard;

import static io.plimsoll.monitor.guard.Cases.START;
import static io.plimsoll.monitor.guard.Cases.armed;
import static io.plimsoll.monitor.guard.Cases.at;
import static io.plimsoll.monitor.guard.Cases.btc;
import static io.plimsoll.monitor.guard.Cases.codes;
import static io.plimsoll.monitor.guard.Cases.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.guard.ArmingLimits;
import io.plimsoll.model.guard.BreakerLimits;
import io.plimsoll.model.guard.Cap;
import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.guard.MarkLimits;
import io.plimsoll.model.guard.ThrottleLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// How much may be traded in a window, whatever is proposed.
final class ThrottleTest {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int CASES = Integer.getInteger("plimsoll.cases", 40);
    private static final int STEPS = 5_000;

    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();

    @Test
    void noMoreThanTheCapPassesInAWindow() {
        Guards guards = armed(settings(new Cap(3, new BigDecimal("1e6")), new Cap(10, new BigDecimal("1e6"))), "a");
        for (int i = 0; i < 3; i++) {
            assertThat(codes(guards, proposal("p" + i, "liquidation", "1", btc("100", 0)), at(i)))
                    .isEmpty();
        }
        assertThat(codes(guards, proposal("p3", "liquidation", "1", btc("100", 0)), at(10)))
                .containsExactly("throttle-count");
        assertThat(codes(guards, proposal("p3", "liquidation", "1", btc("100", 0)), at(10.001)))
                .isEmpty();
    }

    @Test
    void notionalIsCountedToTheLastDigit() {
        Guards guards = armed(settings(new Cap(9, new BigDecimal("100")), new Cap(9, new BigDecimal("100"))), "a");
        assertThat(codes(guards, proposal("1", "liquidation", "99.999999999999999999", btc("100", 0)), at(1)))
                .isEmpty();
        assertThat(codes(guards, proposal("2", "liquidation", "0.000000000000000002", btc("100", 0)), at(1)))
                .containsExactly("throttle-notional", "throttle-notional");
        assertThat(codes(guards, proposal("3", "liquidation", "0.000000000000000001", btc("100", 0)), at(1)))
                .isEmpty();
    }

    @Test
    void theSameActionCountsOnceAndNoOtherMayTakeItsName() {
        Guards guards = armed(settings(new Cap(1, new BigDecimal("100")), new Cap(1, new BigDecimal("100"))), "a");
        for (int i = 0; i < 5; i++) {
            assertThat(codes(guards, proposal("1", "liquidation", "100", btc("100", 0)), at(i)))
                    .isEmpty();
        }
        assertThat(codes(guards, proposal("1", "liquidation", "99", btc("100", 0)), at(5)))
                .containsExactly("action-changed");
        assertThat(codes(guards, proposal("2", "liquidation", "1", btc("100", 0)), at(14)))
                .as("it counts from the last time that it passed")
                .contains("throttle-count");
        assertThat(codes(guards, proposal("2", "liquidation", "1", btc("100", 0)), at(14.001)))
                .isEmpty();
    }

    @Test
    void rebalancesDoNotUseUpWhatLiquidationsMay() {
        Guards guards = armed(settings(new Cap(1, new BigDecimal("100")), new Cap(1, new BigDecimal("100"))), "a");
        assertThat(codes(guards, proposal("1", "rebalance", "100", btc("100", 0)), at(1)))
                .isEmpty();
        assertThat(codes(guards, proposal("2", "liquidation", "100", btc("100", 0)), at(1)))
                .isEmpty();
        assertThat(codes(guards, proposal("3", "rebalance", "100", btc("100", 0)), at(1)))
                .contains("throttle-count");
    }

    @Test
    void aCurrencyWithoutARateIsNotUnbounded() {
        Guards guards = armed(GuardSettings.STANDARD, "a");
        Proposal plain = proposal("1", "liquidation", "1", btc("100", 0));
        Proposal foreign = new Proposal(
                "1", "A-1", "liquidation", "XAU", plain.rules(), List.of(), List.of(), plain.closings(), plain.marks());
        assertThat(codes(guards, foreign, at(1))).containsExactly("throttle-currency");
    }

    /// Random actions, re-proposals, clocks that run back, and restarts from the state, beside a plain sum
    /// over the log of what passed.
    @Test
    void capsAreNeverExceededAtAnyPrefix() {
        RandomCases.forAll(CASES, random -> new Run(random).run());
        assertThat(passed).hasValueGreaterThan(CASES * STEPS / 20);
        assertThat(held).hasValueGreaterThan(CASES * STEPS / 20);
    }

    private final class Run {

        private final SplittableRandom random;
        private final Cap one;
        private final Cap all;
        private final List<Entry> log = new ArrayList<>();
        private final Map<String, Proposal> proposed = new HashMap<>();

        private record Entry(String id, Instant at, Proposal proposal) {}

        Run(SplittableRandom random) {
            this.random = random;
            one = new Cap(random.nextInt(1, 12), BigDecimal.valueOf(random.nextInt(50, 1_000), 1));
            all = new Cap(one.count() + random.nextInt(8), one.notional().add(BigDecimal.valueOf(random.nextInt(100))));
        }

        void run() {
            GuardSettings settings = settings(one, all);
            Guards guards = unguarded(settings, GuardState.NEW, START);
            Instant now = START;
            Instant latest = START;
            for (int step = 0; step < STEPS; step++) {
                int dice = random.nextInt(100);
                now = dice < 3 ? now.minusMillis(random.nextInt(9_000)) : now.plusMillis(random.nextInt(1_500));
                latest = now.isAfter(latest) ? now : latest;
                if (random.nextInt(40) == 0) {
                    // What a clock has shown is forgotten over a restart, but for the times of what has passed.
                    Instant last = log.isEmpty() ? now : log.getLast().at();
                    latest = now.isAfter(last) ? now : last;
                    guards = unguarded(settings, guards.state(), now);
                }
                Proposal proposal = next(step);
                if (guards.judge(proposal, now) instanceof Verdict.Passed) {
                    passed.incrementAndGet();
                    log.removeIf(entry -> entry.id().equals(proposal.id()));
                    log.add(new Entry(proposal.id(), latest, proposal));
                    requireWithinCaps(latest);
                } else {
                    held.incrementAndGet();
                }
            }
        }

        private Proposal next(int step) {
            if (random.nextInt(10) == 0 && !log.isEmpty()) {
                return log.get(random.nextInt(log.size())).proposal();
            }
            List<Closing> closings = new ArrayList<>();
            for (String instrument : List.of("X", "Y", "Z")) {
                if (random.nextInt(2) == 0) {
                    closings.add(new Closing(instrument, BigDecimal.valueOf(random.nextInt(200), 1)));
                }
            }
            return proposed.computeIfAbsent(
                    "p" + step,
                    id -> new Proposal(
                            id, "A", "liquidation", "USD", List.of("r"), List.of(), List.of(), closings, List.of()));
        }

        private void requireWithinCaps(Instant now) {
            log.removeIf(entry -> entry.at().isBefore(now.minus(WINDOW)));
            require(all, entry -> true, "any");
            for (String instrument : List.of("X", "Y", "Z")) {
                require(one, entry -> sum(entry, instrument).signum() >= 0, instrument);
            }
        }

        private void require(Cap cap, Predicate<Entry> counts, String instrument) {
            List<Entry> counted = log.stream().filter(counts).toList();
            BigDecimal sum =
                    counted.stream().map(entry -> sum(entry, instrument)).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (counted.size() > cap.count() || sum.compareTo(cap.notional()) > 0) {
                throw new AssertionError(
                        "%s: %d actions, %s of %s: %s".formatted(instrument, counted.size(), sum, cap, counted));
            }
        }

        /// What it trades of an instrument; -1 if it does not.
        private BigDecimal sum(Entry entry, String instrument) {
            if (!"any".equals(instrument)
                    && entry.proposal().closings().stream()
                            .noneMatch(each -> each.instrument().equals(instrument))) {
                return BigDecimal.ONE.negate();
            }
            return entry.proposal().closings().stream()
                    .filter(each ->
                            "any".equals(instrument) || each.instrument().equals(instrument))
                    .map(Closing::notional)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /// Guards of which only the throttle judges.
    private static Guards unguarded(GuardSettings settings, GuardState state, Instant start) {
        return new Guards(
                settings,
                state,
                start,
                new KillSwitch(KillSwitch.State.NEW),
                chain -> chain.stream()
                        .filter(guard -> guard instanceof Throttle)
                        .toList());
    }

    private static GuardSettings settings(Cap one, Cap all) {
        ThrottleLimits throttle =
                new ThrottleLimits(WINDOW, one, all, Map.of(), Map.of("USD", BigDecimal.ONE, "USDT", BigDecimal.ONE));
        BreakerLimits breaker = new BreakerLimits(one.count() * 6, Duration.ofSeconds(60));
        return new GuardSettings(MarkLimits.STANDARD, Map.of(), throttle, breaker, ArmingLimits.STANDARD);
    }
}
