package io.plimsoll.monitor.guard;

import static io.plimsoll.monitor.guard.Cases.BTC;
import static io.plimsoll.monitor.guard.Cases.START;
import static io.plimsoll.monitor.guard.Cases.armed;
import static io.plimsoll.monitor.guard.Cases.at;
import static io.plimsoll.monitor.guard.Cases.btc;
import static io.plimsoll.monitor.guard.Cases.codes;
import static io.plimsoll.monitor.guard.Cases.feed;
import static io.plimsoll.monitor.guard.Cases.liquidation;
import static io.plimsoll.monitor.guard.Cases.passes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.guard.BreakerLimits;
import io.plimsoll.model.guard.GuardSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A rule that trades an instrument again and again is stopped until a named person re-arms it.
final class BreakerTest {

    private static final GuardSettings THREE = new GuardSettings(
            GuardSettings.STANDARD.marks(),
            Map.of(),
            GuardSettings.STANDARD.throttle(),
            new BreakerLimits(3, Duration.ofSeconds(10)),
            GuardSettings.STANDARD.arming());

    @Test
    void theThirdTripsItAndTheFourthIsHeldForGood() {
        Guards guards = armed(THREE, "a");
        assertThat(events(guards, "1")).containsExactly(GuardEvent.Type.RESERVED);
        assertThat(events(guards, "2")).containsExactly(GuardEvent.Type.RESERVED);
        assertThat(events(guards, "3")).containsExactly(GuardEvent.Type.RESERVED, GuardEvent.Type.BREAKER_TRIPPED);
        feed(guards, 1, 3_600, 5, "100", "a");
        assertThat(codes(guards, liquidation("4", btc("100", 3_596)), at(3_600)))
                .containsExactly("breaker-tripped");
    }

    @Test
    void twoWithinTheWindowDoNotTripIt() {
        Guards guards = armed(THREE, "a");
        for (int i = 0; i < 20; i++) {
            feed(guards, 6 * i + 1, 6 * i + 1, 1, "100", "a");
            assertThat(passes(guards, liquidation("p" + i, btc("100", 6 * i + 1)), at(6 * i + 1)))
                    .isTrue();
        }
    }

    @Test
    void theSameActionAgainIsNoRepetition() {
        Guards guards = armed(THREE, "a");
        for (int i = 0; i < 20; i++) {
            assertThat(passes(guards, liquidation("same", btc("100", 0)), at(1)))
                    .isTrue();
        }
    }

    @Test
    void anotherRuleOrInstrumentGoesOn() {
        Guards guards = armed(THREE, "a");
        List.of("1", "2", "3").forEach(id -> events(guards, id));
        Proposal same = liquidation("4", btc("100", 0));
        Proposal other = new Proposal(
                "5",
                "A-1",
                "liquidation",
                "USDT",
                List.of("other"),
                List.of(),
                List.of(),
                same.closings(),
                same.marks());
        assertThat(passes(guards, same, at(1))).isFalse();
        assertThat(passes(guards, other, at(1))).isTrue();
    }

    @Test
    void aNamedPersonRearmsItAndTheCountBeginsAnew() {
        Guards guards = armed(THREE, "a");
        List.of("1", "2", "3").forEach(id -> events(guards, id));
        assertThatThrownBy(() -> guards.rearm("liquidate", BTC, "", "looked", at(2)))
                .isInstanceOf(InvalidFactException.class);
        assertThatThrownBy(() -> guards.rearm("liquidate", BTC, "ann", " ", at(2)))
                .isInstanceOf(InvalidFactException.class);
        assertThatThrownBy(() -> guards.rearm("liquidate", "ETH-PERP", "ann", "looked", at(2)))
                .hasMessageContaining("is not stopped");
        GuardEvent event = guards.rearm("liquidate", BTC, "ann", "looked", at(2));
        assertThat(event.person()).isEqualTo("ann");
        assertThat(event.reason()).isEqualTo("looked (BTC-PERP)");
        assertThat(events(guards, "4")).containsExactly(GuardEvent.Type.RESERVED);
        assertThat(events(guards, "5")).containsExactly(GuardEvent.Type.RESERVED);
        assertThat(events(guards, "6")).contains(GuardEvent.Type.BREAKER_TRIPPED);
    }

    @Test
    void countsTripsAndRearmingSurviveARestart() {
        Guards guards = armed(THREE, "a");
        List.of("1", "2").forEach(id -> events(guards, id));
        Guards second = restarted(guards);
        assertThat(events(second, "3")).contains(GuardEvent.Type.BREAKER_TRIPPED);
        Guards third = restarted(second);
        assertThat(codes(third, liquidation("4", btc("100", 1)), at(1))).containsExactly("breaker-tripped");
        third.rearm("liquidate", BTC, "ann", "looked", at(1));
        Guards fourth = restarted(third);
        assertThat(events(fourth, "5")).containsExactly(GuardEvent.Type.RESERVED);
        assertThat(events(fourth, "6")).containsExactly(GuardEvent.Type.RESERVED);
        assertThat(events(restarted(fourth), "7")).contains(GuardEvent.Type.BREAKER_TRIPPED);
    }

    @Test
    void aChangeOfSettingsForgetsNothing() {
        Guards guards = armed(THREE, "a");
        List.of("1", "2", "3").forEach(id -> events(guards, id));
        guards.change(GuardSettings.STANDARD, "review", START);
        assertThat(codes(guards, liquidation("4", btc("100", 0)), at(1))).contains("breaker-tripped");
    }

    private static Guards restarted(Guards guards) {
        Guards restarted = new Guards(THREE, guards.state(), START);
        restarted.arm("ann", "test", START);
        restarted.mark(btc("100", 0), at(0));
        restarted.mark(btc("100", 1), at(1));
        return restarted;
    }

    private static List<GuardEvent.Type> events(Guards guards, String id) {
        return guards.judge(liquidation(id, btc("100", 0)), at(1)) instanceof Verdict.Passed passed
                ? passed.events().stream().map(GuardEvent::type).toList()
                : List.of();
    }
}
