package io.plimsoll.monitor.guard;

import static io.plimsoll.monitor.guard.Cases.START;
import static io.plimsoll.monitor.guard.Cases.at;
import static io.plimsoll.monitor.guard.Cases.btc;
import static io.plimsoll.monitor.guard.Cases.codes;
import static io.plimsoll.monitor.guard.Cases.feed;
import static io.plimsoll.monitor.guard.Cases.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.guard.GuardSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// A guard that throws, whatever, wherever it stands in the chain and whatever it is asked: nothing passes.
final class FailClosedTest {

    private static final List<Supplier<Throwable>> FAILURES = List.of(
            NullPointerException::new,
            () -> new IllegalStateException("lost"),
            () -> new ArithmeticException("/ by zero"),
            () -> new IOException("disk full"),
            StackOverflowError::new,
            () -> new AssertionError("impossible"));

    /// Throws when it is asked, or when it is to reserve.
    private record Broken(Supplier<Throwable> failure, boolean whenReserving) implements Guard {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public List<Hold> holds(Proposal proposal, Instant now) {
            return whenReserving ? List.of() : sneak(failure.get());
        }

        @Override
        public List<GuardEvent> reserve(Reservation reservation) {
            return whenReserving ? sneak(failure.get()) : List.of();
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <T, E extends Throwable> T sneak(Throwable failure) throws E {
            throw (E) failure;
        }
    }

    @Test
    void whateverIsThrownWithholdsTheAction() {
        int injected = 0;
        for (int place = 0; place <= 5; place++) {
            for (Supplier<Throwable> failure : FAILURES) {
                for (boolean whenReserving : List.of(false, true)) {
                    Guards guards = armedWith(new Broken(failure, whenReserving), place);
                    Proposal liquidation = proposal("1", "liquidation", "1", btc("100", 0));
                    assertThat(codes(guards, liquidation, at(1))).containsExactly("guard-failed");
                    if (!whenReserving) {
                        assertThat(codes(guards, proposal("2", "marginCall", "0", btc("100", 0)), at(1)))
                                .containsExactly("guard-failed");
                    }
                    injected++;
                }
            }
        }
        assertThat(injected).isGreaterThanOrEqualTo(60);
    }

    @Test
    void aHoldSaysWhatFailed() {
        Guards guards = armedWith(new Broken(() -> new IllegalStateException("lost"), false), 2);
        assertThat(guards.judge(proposal("1", "liquidation", "1", btc("100", 0)), at(1)))
                .isInstanceOfSatisfying(
                        Verdict.Held.class,
                        held -> assertThat(held.holds()).singleElement().satisfies(hold -> {
                            assertThat(hold.guard()).isEqualTo("broken");
                            assertThat(hold.sentence())
                                    .isEqualTo("Liquidation withheld: the guard has failed "
                                            + "(java.lang.IllegalStateException: lost).");
                        }));
    }

    @Test
    void aMarkThatCannotBeTakenHoldsItsInstrumentUntilAPersonArms() {
        Guards guards = armedWith(new Broken(NullPointerException::new, true), 0);
        assertThat(guards.mark(btc("100", 1), Instant.MAX))
                .extracting(GuardEvent::type)
                .containsExactly(GuardEvent.Type.FAILED);
        feed(guards, 1, 30, 1, "100", "a");
        assertThat(codes(guards, proposal("1", "liquidation", "1", btc("100", 30)), at(30)))
                .contains("guard-failed");
    }

    @Test
    void aMomentThatCannotBeReckonedWithPassesNothing() {
        Guards guards = new Guards(GuardSettings.STANDARD, GuardState.NEW, START);
        for (Instant moment : List.of(Instant.MAX, Instant.MIN)) {
            assertThat(codes(guards, proposal("1", "liquidation", "1", btc("100", 0)), moment))
                    .isNotEmpty();
        }
    }

    private static Guards armedWith(Guard broken, int place) {
        Guards guards = new Guards(
                GuardSettings.STANDARD, GuardState.NEW, at(-60), new KillSwitch(KillSwitch.State.NEW), chain -> {
                    List<Guard> more = new ArrayList<>(chain);
                    more.add(place, broken);
                    return more;
                });
        feed(guards, -60, 0, 1, "100", "a");
        return guards;
    }
}
