package io.plimsoll.monitor.guard;

import static io.plimsoll.monitor.guard.Cases.BTC;
import static io.plimsoll.monitor.guard.Cases.armed;
import static io.plimsoll.monitor.guard.Cases.at;
import static io.plimsoll.monitor.guard.Cases.btc;
import static io.plimsoll.monitor.guard.Cases.codes;
import static io.plimsoll.monitor.guard.Cases.feed;
import static io.plimsoll.monitor.guard.Cases.liquidation;
import static io.plimsoll.monitor.guard.Cases.mark;
import static io.plimsoll.monitor.guard.Cases.passes;
import static io.plimsoll.monitor.guard.Cases.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.guard.MarkLimits;
import io.plimsoll.model.guard.Sources;
import io.plimsoll.monitor.guard.price.Doubt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is withheld because of marks, and for how long.
final class MarkGuardTest {

    private static final GuardSettings STANDARD = GuardSettings.STANDARD;

    @Test
    void anActionOnFreshMarksThatSourcesAgreeOnPasses() {
        Guards guards = armed(STANDARD, "a", "b");
        assertThat(guards.judge(liquidation("1", btc("100", 0)), at(1)))
                .isInstanceOfSatisfying(Verdict.Passed.class, passed -> {
                    assertThat(passed.flags()).isEmpty();
                    assertThat(passed.events()).extracting(GuardEvent::type).containsExactly(GuardEvent.Type.RESERVED);
                });
    }

    @Test
    void aStaleMarkIsSaidToBeWithItsAgeAndTheLimit() {
        Guards guards = armed(STANDARD, "a");
        assertThat(passes(guards, liquidation("1", btc("100", 0)), at(30))).isTrue();
        assertThat(guards.judge(liquidation("2", btc("100", 0)), at(41)))
                .isEqualTo(new Verdict.Held(List.of(Hold.withheld(
                        liquidation("2"),
                        "marks",
                        Subject.instrument(BTC),
                        new Doubt(
                                "mark-stale",
                                "the mark of BTC-PERP is 41 s old, the limit is 30 s",
                                new TreeMap<>(
                                        Map.of("age", new BigDecimal("41"), "limit", new BigDecimal("3E+1"))))))));
    }

    @Test
    void aMarkIsOldByItsOwnTimeHoweverLateItIsReceived() {
        Guards guards = armed(STANDARD, "a");
        guards.mark(btc("100", 5), at(50));
        assertThat(codes(guards, liquidation("1", btc("100", 5)), at(50))).containsExactly("mark-stale");
    }

    @Test
    void anAccountValuedAtAnOldMarkIsHeldThoughTheFeedGoesOn() {
        Guards guards = armed(STANDARD, "a");
        feed(guards, 1, 60, 1, "100", "a");
        assertThat(codes(guards, liquidation("1", btc("100", 20)), at(60))).containsExactly("mark-stale");
        assertThat(codes(guards, liquidation("1", btc("100", 59)), at(60))).isEmpty();
    }

    @Test
    void aMarkThatTheFeedNeverSaidIsHeld() {
        Guards guards = armed(STANDARD, "a");
        assertThat(codes(guards, liquidation("1", mark(BTC, "100", at(0), "z")), at(1)))
                .containsExactly("mark-unknown");
        assertThat(codes(guards, liquidation("2", btc("100", 1)), at(1))).containsExactly("mark-unknown");
        assertThat(codes(guards, liquidation("3", mark("ETH-PERP", "100", at(0), "a")), at(1)))
                .contains("mark-unknown");
        assertThat(codes(guards, liquidation("4", btc("90", 0)), at(1))).containsExactly("mark-differs");
        assertThat(codes(guards, liquidation("5"), at(1))).containsExactly("mark-missing");
    }

    @Test
    void oneMarkIsEnoughToHoldAnAccountOfMany() {
        Guards guards = armed(STANDARD, "a");
        for (int second = -60; second <= 0; second++) {
            guards.mark(mark("ETH-PERP", "10", at(second), "a"), at(second));
        }
        feed(guards, 1, 40, 1, "100", "a");
        assertThat(codes(guards, liquidation("1", btc("100", 40), mark("ETH-PERP", "10", at(0), "a")), at(40)))
                .containsExactly("mark-stale");
    }

    @Test
    void marksFromTheFutureAreNotReliedOnAndDoNotKeepOthersOut() {
        Guards guards = armed(STANDARD, "a");
        guards.mark(btc("100", 60), at(1));
        assertThat(codes(guards, liquidation("1", btc("100", 0)), at(1))).containsExactly("mark-future");
        guards.mark(btc("100", 2), at(2));
        assertThat(codes(guards, liquidation("1", btc("100", 2)), at(2))).isEmpty();
    }

    @Test
    void zeroOrLessHoldsTheInstrumentUntilAPriceComes() {
        for (String nonsense : List.of("0", "-37.63", "NaN")) {
            Guards guards = armed(STANDARD, "a");
            assertThat(guards.refusedMark(BTC, "a", nonsense, at(1)))
                    .extracting(GuardEvent::type)
                    .containsExactly(GuardEvent.Type.PRICE_DOUBTED);
            assertThat(codes(guards, liquidation("1", btc("100", 0)), at(1))).containsExactly("mark-refused");
            assertThat(guards.mark(btc("100", 2), at(2)))
                    .extracting(GuardEvent::type)
                    .containsExactly(GuardEvent.Type.PRICE_RELIED_ON);
            assertThat(codes(guards, liquidation("1", btc("100", 2)), at(2))).isEmpty();
        }
    }

    @Test
    void anOlderMarkNeverReplacesANewerOne() {
        Guards guards = armed(STANDARD, "a");
        guards.mark(btc("80", -30), at(1));
        assertThat(codes(guards, liquidation("1", btc("100", 0)), at(1))).isEmpty();
    }

    @Test
    void aMarkThatIsSentAgainIsNoYoungerForThat() {
        Guards guards = armed(STANDARD, "a");
        for (int second = 1; second <= 40; second++) {
            guards.mark(btc("100", 0), at(second));
        }
        assertThat(codes(guards, liquidation("1", btc("100", 0)), at(40))).containsExactly("mark-stale");
    }

    @Test
    void sourcesThatDisagreeHoldUntilTheyAgree() {
        Guards guards = armed(STANDARD, "a", "b");
        guards.mark(btc("97.9", 1), at(1));
        assertThat(codes(guards, liquidation("1", btc("97.9", 1)), at(1))).containsExactly("sources-disagree");
        guards.mark(mark(BTC, "98", at(2), "b"), at(2));
        assertThat(codes(guards, liquidation("1", btc("97.9", 1)), at(2))).isEmpty();
    }

    @Test
    void aLoneOutlierIsOutvotedOnceTheOthersHaveGoneOnAgreeing() {
        Guards guards = armed(STANDARD, "a", "b", "c");
        for (int second = 1; second <= 40; second++) {
            guards.mark(mark(BTC, "50", at(second), "c"), at(second));
            feed(guards, second, second, 1, "100", "a", "b");
            assertThat(passes(guards, liquidation("c" + second, mark(BTC, "50", at(second), "c")), at(second)))
                    .isFalse();
            assertThat(passes(guards, liquidation("a" + second, btc("100", second)), at(second)))
                    .as("second %d", second)
                    .isEqualTo(second >= 21);
        }
    }

    @Test
    void twoAgainstTwoIsNoMajority() {
        Guards guards = armed(STANDARD, "a", "b", "c", "d");
        for (int second = 1; second <= 200; second++) {
            feed(guards, second, second, 1, "100", "a", "b");
            feed(guards, second, second, 1, "80", "c", "d");
            assertThat(passes(guards, liquidation("1", btc("100", second)), at(second)))
                    .isFalse();
        }
    }

    @Test
    void sourcesThatTalkNonsenseCountAgainstAMajority() {
        Guards guards = armed(STANDARD, "a", "b", "c", "d");
        for (int second = 1; second <= 200; second++) {
            feed(guards, second, second, 1, "100", "a", "b");
            guards.refusedMark(BTC, "c", "0", at(second));
            if (second > 100) {
                feed(guards, second, second, 1, "100", "d");
            } else {
                guards.refusedMark(BTC, "d", "-1", at(second));
            }
            assertThat(passes(guards, liquidation("1", btc("100", second)), at(second)))
                    .as("second %d", second)
                    .isEqualTo(second >= 121);
        }
    }

    @Test
    void tooFewFreshSourcesHold() {
        MarkLimits limits = MarkLimits.STANDARD;
        MarkLimits two = new MarkLimits(
                limits.freshness(),
                limits.movement(),
                new Sources(2, new BigDecimal("0.02")),
                limits.settling(),
                limits.release());
        Guards guards = armed(STANDARD.with(BTC, two), "a", "b");
        feed(guards, 1, 31, 1, "100", "a");
        assertThat(codes(guards, liquidation("1", btc("100", 30)), at(30))).isEmpty();
        assertThat(codes(guards, liquidation("2", btc("100", 31)), at(31))).containsExactly("sources-few");
    }

    @Test
    void aJumpOfOneSourceHasToStayForFiveMinutes() {
        Guards guards = armed(STANDARD, "a");
        for (int second = 1; second <= 330; second++) {
            guards.mark(btc("80", second), at(second));
            assertThat(codes(guards, liquidation("1", btc("80", second)), at(second)))
                    .as("second %d", second)
                    .isEqualTo(second <= 300 ? List.of("price-fast") : List.of());
        }
    }

    @Test
    void aJumpOfOneSourceByMoreThanHalfTakesAPerson() {
        Guards guards = armed(STANDARD, "a");
        feed(guards, 1, 3_600, 1, "40", "a");
        assertThat(codes(guards, liquidation("1", btc("40", 3_600)), at(3_600))).containsExactly("price-fast");
        guards.release(BTC, "ann", "looks right", at(3_600), at(3_700));
        feed(guards, 3_601, 3_800, 1, "40", "a");
        assertThat(codes(guards, liquidation("3", btc("40", 3_800)), at(3_800))).containsExactly("price-fast");
        assertThat(guards.accept(BTC, "ann", "a split of the contract", at(3_800))
                        .reason())
                .isEqualTo("a split of the contract (at 40)");
        assertThat(codes(guards, liquidation("4", btc("40", 3_800)), at(3_800))).isEmpty();
        assertThatThrownBy(() -> guards.accept(BTC, "ann", "again", at(3_900))).hasMessageContaining("agree on");
    }

    @Test
    void aSpikeIsOverWhenThePriceIsBack() {
        Guards guards = armed(STANDARD, "a");
        guards.mark(btc("84", 1), at(1));
        assertThat(codes(guards, liquidation("1", btc("84", 1)), at(1))).containsExactly("price-fast");
        guards.mark(btc("99", 2), at(2));
        assertThat(codes(guards, liquidation("1", btc("99", 2)), at(2))).isEmpty();
    }

    @Test
    void aJumpOfAllSourcesHasToBeAgreedOnForTwentySeconds() {
        Guards guards = armed(STANDARD, "a", "b");
        for (int second = 1; second <= 60; second++) {
            feed(guards, second, second, 1, "80", "a", "b");
            assertThat(passes(guards, liquidation("1", btc("80", second)), at(second)))
                    .as("second %d", second)
                    .isEqualTo(second >= 21);
        }
    }

    @Test
    void aGlitchIsNotBelievedBecauseOfTheMoveBeforeIt() {
        Guards guards = armed(STANDARD, "a", "b", "c");
        feed(guards, 1, 19, 1, "90", "a", "b", "c");
        for (int second = 20; second < 40; second++) {
            feed(guards, second, second, 1, "30", "a", "b", "c");
            assertThat(passes(guards, liquidation("1", btc("30", second)), at(second)))
                    .isFalse();
        }
    }

    @Test
    void aPriceThatIsPoisonedSlowlyIsHeldAtTheBand() {
        Guards guards = new Guards(STANDARD, GuardState.NEW, at(-3_600));
        feed(guards, -3_600, 0, 5, "100", "a");
        double price = 100;
        double lowest = 100;
        for (int second = 5; second < 5_400; second += 5) {
            price *= Math.pow(0.99, 5 / 60.0);
            String text = BigDecimal.valueOf(price)
                    .setScale(6, RoundingMode.HALF_EVEN)
                    .toPlainString();
            guards.mark(btc(text, second), at(second));
            if (passes(guards, liquidation("p" + second, btc(text, second)), at(second))) {
                lowest = price;
            }
        }
        assertThat(price).isLessThan(45);
        assertThat(lowest).isBetween(84.9, 86.0);
    }

    @Test
    void changingTheSettingsDoesNotMakeAHeldPriceBelieved() {
        Guards guards = armed(STANDARD, "a");
        feed(guards, 1, 10, 1, "80", "a");
        guards.change(STANDARD, "review", at(10));
        feed(guards, 11, 60, 1, "80", "a");
        assertThat(codes(guards, liquidation("1", btc("80", 60)), at(60))).contains("price-fast", "disarmed");
    }

    @Test
    void aReleaseIsBoundedSignedAndOver() {
        Guards guards = armed(STANDARD, "a", "b");
        feed(guards, 1, 1, 1, "50", "a");
        assertThatThrownBy(() -> guards.release(BTC, " ", "venue b is down", at(1), at(60)))
                .isInstanceOf(InvalidFactException.class)
                .hasMessageContaining("person");
        assertThatThrownBy(() -> guards.release(BTC, "ann", "", at(1), at(60))).hasMessageContaining("reason");
        assertThatThrownBy(() -> guards.release(BTC, "Plimsoll", "x", at(1), at(60)))
                .hasMessageContaining("person");
        assertThatThrownBy(() -> guards.release(BTC, "ann", "x", at(1), at(1))).hasMessageContaining("until");
        assertThatThrownBy(() -> guards.release(BTC, "ann", "x", at(1), at(902)))
                .hasMessageContaining("until");
        GuardEvent event = guards.release(BTC, "ann", "venue b is down", at(1), at(60));
        assertThat(event.person()).isEqualTo("ann");
        assertThat(event.reason()).contains("venue b is down").contains("until");
        for (int second = 2; second < 60; second++) {
            feed(guards, second, second, 1, "50", "a");
            feed(guards, second, second, 1, "100", "b");
            assertThat(passes(guards, liquidation("1", btc("50", second)), at(second)))
                    .isTrue();
        }
        assertThat(passes(guards, liquidation("1", btc("50", 59)), at(60))).isFalse();
    }

    @Test
    void aReleaseCanBeWithdrawn() {
        Guards guards = armed(STANDARD, "a", "b");
        feed(guards, 1, 1, 1, "50", "a");
        guards.release(BTC, "ann", "venue b is down", at(1), at(60));
        guards.withdraw(BTC, "bob", "it is not", at(2));
        assertThat(passes(guards, liquidation("1", btc("50", 1)), at(2))).isFalse();
        assertThatThrownBy(() -> guards.withdraw(BTC, "bob", "it is not", at(2)))
                .hasMessageContaining("not released");
    }

    @Test
    void whatTradesNothingGoesOnWithTheDoubtsShown() {
        Guards guards = armed(STANDARD, "a");
        for (String type : List.of("marginCall", "restrictTrading", "alert")) {
            assertThat(guards.judge(proposal(type, type, "0", btc("100", 0)), at(41)))
                    .isInstanceOfSatisfying(Verdict.Passed.class, passed -> {
                        assertThat(passed.flags()).extracting(Hold::code).containsExactly("mark-stale");
                        assertThat(passed.flags().getFirst().sentence())
                                .endsWith(" flagged: the mark of BTC-PERP is 41 s old, the limit is 30 s.");
                        assertThat(passed.events()).isEmpty();
                    });
        }
        for (String type : List.of(
                "liquidation",
                "collateralLiquidation",
                "reduceLeverage",
                "closePosition",
                "rebalance",
                "novelAction")) {
            assertThat(codes(guards, proposal(type, type, "1", btc("100", 0)), at(41)))
                    .containsExactly("mark-stale");
        }
    }

    @Test
    void aStartIsDisarmedUntilMarksHaveBeenReliedOnForAWhile() {
        Guards guards = new Guards(STANDARD, GuardState.NEW, at(0));
        feed(guards, -5, -1, 1, "100", "a");
        for (int second = 0; second <= 12; second++) {
            guards.mark(btc("100", second), at(second));
            assertThat(codes(guards, liquidation("1", btc("100", second)), at(second)))
                    .as("second %d", second)
                    .isEqualTo(second < 10 ? List.of("disarmed") : List.of());
        }
    }

    @Test
    void aPersonArmsWhatIsFreshAndNothingElse() {
        Guards guards = new Guards(STANDARD, GuardState.NEW, at(0));
        guards.mark(btc("100", 0), at(0));
        GuardEvent event = guards.arm("ann", "checked by telephone", at(1));
        assertThat(event.type()).isEqualTo(GuardEvent.Type.ARMED);
        assertThat(codes(guards, liquidation("1", btc("100", 0)), at(1))).isEmpty();
        assertThat(codes(guards, liquidation("2", btc("100", 0)), at(31))).containsExactly("mark-stale");
        guards.disarm("ann", "sequence 17 is missing", at(32));
        guards.mark(btc("100", 33), at(33));
        assertThat(codes(guards, liquidation("3", btc("100", 33)), at(33))).containsExactly("disarmed");
    }

    @Test
    void aGapInAFeedDisarmsIt() {
        Guards guards = armed(STANDARD, "a");
        guards.mark(btc("100", 60), at(60));
        assertThat(codes(guards, liquidation("1", btc("100", 60)), at(60))).isEmpty();
        guards.mark(btc("100", 121), at(121));
        assertThat(codes(guards, liquidation("2", btc("100", 121)), at(121))).containsExactly("disarmed");
    }

    @Test
    void aClockThatRunsBackMakesNoOldMarkYoung() {
        Guards guards = armed(STANDARD, "a");
        assertThat(codes(guards, liquidation("1", btc("100", 0)), at(3_600))).containsExactly("mark-stale");
        assertThat(codes(guards, liquidation("1", btc("100", 0)), at(5))).containsExactly("clock-back");
        guards.arm("ann", "the clock is right again", at(5));
        assertThat(codes(guards, liquidation("1", btc("100", 0)), at(5))).isEmpty();
    }

    @Test
    void releasesSurviveARestart() {
        Guards guards = armed(STANDARD, "a");
        guards.release(BTC, "ann", "checked", at(0), at(600));
        Guards restarted = new Guards(STANDARD, guards.state(), at(5));
        restarted.mark(btc("100", 6), at(6));
        assertThat(codes(restarted, liquidation("1", btc("100", 6)), at(6))).isEmpty();
    }
}
