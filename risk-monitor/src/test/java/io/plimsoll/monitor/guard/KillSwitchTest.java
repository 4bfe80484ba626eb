package io.plimsoll.monitor.guard;

import static io.plimsoll.monitor.guard.Cases.BTC;
import static io.plimsoll.monitor.guard.Cases.START;
import static io.plimsoll.monitor.guard.Cases.armed;
import static io.plimsoll.monitor.guard.Cases.at;
import static io.plimsoll.monitor.guard.Cases.btc;
import static io.plimsoll.monitor.guard.Cases.codes;
import static io.plimsoll.monitor.guard.Cases.liquidation;
import static io.plimsoll.monitor.guard.Cases.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.guard.GuardSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What a kill switch stops, who lifts it, and that nothing is emitted once it is acknowledged.
final class KillSwitchTest {

    private static final int TRIALS = Integer.getInteger("plimsoll.kills", 200);

    private final Guards guards = armed(GuardSettings.STANDARD, "a");
    private final KillSwitch killSwitch = guards.killSwitch();

    @Test
    void itStopsEverythingInItsScopeAndNothingElse() {
        Proposal liquidation = liquidation("1", btc("100", 0));
        Proposal call = proposal("2", "marginCall", "0", btc("100", 0));
        for (Subject scope : List.of(
                Subject.all(),
                Subject.instrument(BTC),
                Subject.account("A-1"),
                Subject.rule("liquidate"),
                Subject.rule("margin"),
                Subject.action("liquidation"))) {
            kill(scope);
            assertThat(codes(guards, liquidation, at(1))).as("%s", scope).containsExactly("killed");
            boolean stopsCalls = scope.type() != Subject.Type.INSTRUMENT && scope.type() != Subject.Type.ACTION;
            assertThat(codes(guards, call, at(1)).isEmpty()).as("%s", scope).isNotEqualTo(stopsCalls);
            lift(scope);
            assertThat(codes(guards, liquidation, at(1))).isEmpty();
        }
        for (Subject scope : List.of(
                Subject.instrument("ETH-PERP"),
                Subject.account("A-2"),
                Subject.rule("other"),
                Subject.action("rebalance"))) {
            kill(scope);
            assertThat(codes(guards, liquidation, at(1))).as("%s", scope).isEmpty();
        }
    }

    @Test
    void itSaysWhoSetItWhenAndWhy() {
        kill(Subject.all());
        assertThat(guards.judge(liquidation("1", btc("100", 0)), at(1)))
                .isInstanceOfSatisfying(
                        Verdict.Held.class,
                        held -> assertThat(held.holds().getFirst().sentence())
                                .isEqualTo("Liquidation withheld: ann set the kill switch of everything at "
                                        + "2026-01-05T12:00:00Z (prices look wrong)."));
    }

    @Test
    void onePersonSetsItAndTwoLiftIt() {
        assertThatThrownBy(() -> killSwitch.kill(Subject.all(), "", "x", START))
                .isInstanceOf(InvalidFactException.class);
        assertThatThrownBy(() -> killSwitch.kill(Subject.all(), "ann", "", START))
                .isInstanceOf(InvalidFactException.class);
        assertThatThrownBy(() -> killSwitch.lift(Subject.all(), "ann", "x", START))
                .hasMessageContaining("not killed");
        kill(Subject.all());
        assertThat(killSwitch.lift(Subject.all(), "ann", "it is over", START).type())
                .isEqualTo(GuardEvent.Type.LIFT_PROPOSED);
        for (String same : List.of("ann", " Ann ", "ANN")) {
            assertThatThrownBy(() -> killSwitch.lift(Subject.all(), same, "it is over", START))
                    .hasMessageContaining("second");
        }
        assertThat(codes(guards, liquidation("1", btc("100", 0)), at(1))).containsExactly("killed");
        assertThat(killSwitch.lift(Subject.all(), "bob", "agreed", START).type())
                .isEqualTo(GuardEvent.Type.LIFTED);
        assertThat(codes(guards, liquidation("1", btc("100", 0)), at(1))).isEmpty();
    }

    @Test
    void settingItAgainForgetsWhoWantedItLifted() {
        kill(Subject.all());
        killSwitch.lift(Subject.all(), "ann", "it is over", START);
        kill(Subject.all());
        assertThat(killSwitch.lift(Subject.all(), "bob", "agreed", START).type())
                .isEqualTo(GuardEvent.Type.LIFT_PROPOSED);
    }

    @Test
    void itSurvivesARestartWithTheFirstOfTwoPersons() {
        kill(Subject.all());
        killSwitch.lift(Subject.all(), "ann", "it is over", START);
        Guards restarted =
                new Guards(GuardSettings.STANDARD, guards.state(), START, new KillSwitch(killSwitch.state()));
        assertThat(codes(restarted, proposal("2", "alert", "0"), at(1))).containsExactly("killed");
        assertThat(restarted
                        .killSwitch()
                        .lift(Subject.all(), "bob", "agreed", START)
                        .type())
                .isEqualTo(GuardEvent.Type.LIFTED);
    }

    @Test
    void aScopeThatStopsNothingIsRefused() {
        assertThatThrownBy(() -> Subject.action("liquidations")).hasMessageContaining("Maybe one of");
        assertThatThrownBy(() -> new Subject(Subject.Type.ALL, BTC)).isInstanceOf(InvalidFactException.class);
        assertThatThrownBy(() -> Subject.instrument("*")).isInstanceOf(InvalidFactException.class);
    }

    @Test
    void whatPassedBeforeIsStoppedAtTheGate() {
        Proposal proposal = liquidation("1", btc("100", 0));
        assertThat(codes(guards, proposal, at(1))).isEmpty();
        kill(Subject.all());
        assertThat(killSwitch.emit(proposal, () -> {
                    throw new AssertionError("emitted");
                }))
                .extracting(Hold::code)
                .containsExactly("killed");
    }

    @Test
    void anEmissionThatFailsLeavesTheGateOpen() {
        Proposal proposal = liquidation("1", btc("100", 0));
        assertThatThrownBy(() -> killSwitch.emit(proposal, () -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        kill(Subject.all());
        assertThat(killSwitch.emit(proposal, () -> {})).isNotEmpty();
    }

    /// Two threads emit as fast as they can, each emission taking a number; a third kills. What is emitted
    /// after that has returned would have a higher number than was seen then.
    @Test
    void nothingIsEmittedAfterTheAcknowledgement() throws InterruptedException {
        Proposal proposal = liquidation("1", btc("100", 0));
        for (int trial = 0; trial < TRIALS; trial++) {
            KillSwitch fresh = new KillSwitch(KillSwitch.State.NEW);
            AtomicLong emitted = new AtomicLong();
            AtomicBoolean over = new AtomicBoolean();
            CountDownLatch running = new CountDownLatch(2);
            List<Thread> emitters = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                emitters.add(Thread.ofPlatform().start(() -> {
                    running.countDown();
                    while (!over.get()) {
                        fresh.emit(proposal, () -> {
                            Thread.onSpinWait();
                            emitted.incrementAndGet();
                        });
                    }
                }));
            }
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
            while (emitted.get() < trial) {
                Thread.onSpinWait();
            }
            fresh.kill(Subject.all(), "ann", "drill", START);
            long acknowledged = emitted.get();
            Thread.sleep(trial % 20 == 0 ? 5 : 0);
            over.set(true);
            for (Thread emitter : emitters) {
                emitter.join();
            }
            assertThat(emitted).as("trial %d", trial).hasValue(acknowledged);
        }
    }

    /// An emission that is under way when the switch is set is over before it is acknowledged.
    @Test
    void theAcknowledgementWaitsForAnEmissionThatIsUnderWay() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        Thread emitter = Thread.ofPlatform()
                .start(() -> killSwitch.emit(liquidation("1", btc("100", 0)), () -> {
                    begun.countDown();
                    try {
                        done.set(goOn.await(10, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        AtomicBoolean doneWhenAcknowledged = new AtomicBoolean();
        Thread killer = Thread.ofPlatform().start(() -> {
            kill(Subject.all());
            doneWhenAcknowledged.set(done.get());
        });
        while (killSwitch.state().kills().isEmpty()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        killer.join();
        emitter.join();
        assertThat(doneWhenAcknowledged).isTrue();
    }

    private void kill(Subject scope) {
        killSwitch.kill(scope, "ann", "prices look wrong", START);
    }

    private void lift(Subject scope) {
        killSwitch.lift(scope, "ann", "they are right", START);
        killSwitch.lift(scope, "bob", "they are", START);
    }
}
