package io.plimsoll.monitor.guard;

import static io.plimsoll.monitor.guard.Cases.BTC;
import static io.plimsoll.monitor.guard.Cases.at;
import static io.plimsoll.monitor.guard.Cases.liquidation;
import static io.plimsoll.monitor.guard.Cases.mark;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.market.Mark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Random feeds with everything that goes wrong with feeds. What passes was proposed on good marks, or released.
///
/// What is good is told by something that knows what the guards can't, the price of the market, and by plain
/// arithmetic over all that was fed, with nothing of theirs.
final class FeedWalksTest {

    private static final int CASES = Integer.getInteger("plimsoll.cases", 40);
    private static final int STEPS = 1_000;

    /// A jump that is smaller than the velocity limit is not told from the market, nor one between sources that is
    /// smaller than what they may disagree by.
    private static final double SEEN = 0.08;

    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger bad = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();

    @Test
    void whatPassesWasProposedOnGoodMarks() {
        RandomCases.forAll(CASES, random -> new Walk(random).run());
        int steps = CASES * STEPS;
        assertThat(passed).as("passed").hasValueGreaterThan(steps / 5);
        assertThat(bad).as("bad marks that were tried").hasValueGreaterThan(steps / 20);
        assertThat(released).as("passed by a release").hasValueGreaterThan(steps / 1_000);
        assertThat(kept).as("held though the mark was good").hasValueLessThan(steps * 2 / 3);
    }

    private final class Walk {

        private final SplittableRandom random;
        private final int sources;
        private final Guards guards = new Guards(GuardSettings.STANDARD, GuardState.NEW, at(0));
        private final Map<String, Said> newest = new HashMap<>();
        private double truth = 100;
        private double second;
        private double releasedUntil = -1;
        private Trouble trouble = new Trouble(Kind.NONE, 0, 0, 1);

        /// What a source said last.
        private record Said(Mark mark, double time, double received, double price, boolean isPrice) {}

        private record Trouble(Kind kind, int source, double until, double factor) {}

        private enum Kind {
            NONE,
            OUTLIER,
            ALL_JUMP,
            ZERO,
            FUTURE,
            OLD,
            SILENCE,
            REPLAY
        }

        Walk(SplittableRandom random) {
            this.random = random;
            sources = random.nextInt(1, 5);
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                second += random.nextDouble(0.2, 2);
                truth *= 1 + random.nextDouble(-0.0005, 0.0005);
                if (second > trouble.until() && random.nextInt(25) == 0) {
                    trouble = anyTrouble();
                }
                for (int source = 0; source < sources; source++) {
                    say(source);
                }
                if (random.nextInt(400) == 0) {
                    guards.release(BTC, "ann", "checked", at(second), at(second + 20));
                    releasedUntil = second + 20;
                }
                propose(step);
            }
        }

        /// One source alone is believed after five minutes, and sources that agree after twenty seconds;
        /// nothing could tell them from a crash after that.
        private Trouble anyTrouble() {
            Kind kind = Kind.values()[random.nextInt(1, Kind.values().length)];
            double longest = kind == Kind.ALL_JUMP ? 14 : sources > 2 ? 120 : sources == 2 ? 15 : 100;
            double factor = random.nextBoolean() ? random.nextDouble(0.2, 0.9) : random.nextDouble(1.1, 5);
            return new Trouble(kind, random.nextInt(sources), second + random.nextDouble(1, longest), factor);
        }

        private void say(int source) {
            boolean isHit = second <= trouble.until()
                    && (trouble.source() == source
                            || trouble.kind() == Kind.ALL_JUMP
                            || trouble.kind() == Kind.SILENCE);
            Kind kind = isHit ? trouble.kind() : Kind.NONE;
            double price = truth * (1 + random.nextDouble(-0.002, 0.002));
            switch (kind) {
                case NONE -> hear(source, price, second);
                case OUTLIER, ALL_JUMP -> hear(source, price * trouble.factor(), second);
                case ZERO -> {
                    guards.refusedMark(BTC, "s" + source, "0", at(second));
                    newest.computeIfPresent(
                            "s" + source,
                            (any, said) -> new Said(said.mark(), said.time(), said.received(), said.price(), false));
                }
                case FUTURE -> hear(source, price, second + random.nextDouble(2.1, 4_000));
                case OLD -> hear(source, price, second - random.nextDouble(30.1, 4_000));
                case SILENCE -> {}
                case REPLAY -> {
                    Said said = newest.get("s" + source);
                    if (said != null) {
                        guards.mark(said.mark(), at(second));
                    }
                }
            }
        }

        private void hear(int source, double price, double time) {
            if (time < 0) {
                return;
            }
            BigDecimal exact = BigDecimal.valueOf(price).setScale(6, RoundingMode.HALF_EVEN);
            Mark mark = mark(BTC, exact.toPlainString(), at(time), "s" + source);
            guards.mark(mark, at(second));
            Said before = newest.get("s" + source);
            if (time > second + 2) {
                newest.computeIfPresent(
                        "s" + source,
                        (any, said) -> new Said(said.mark(), said.time(), said.received(), said.price(), false));
            } else if (before == null || time >= before.time()) {
                newest.put("s" + source, new Said(mark, time, second, price, true));
            }
        }

        private void propose(int step) {
            Said said = newest.get("s" + random.nextInt(sources));
            if (said == null) {
                return;
            }
            boolean isBad = isBad(said);
            bad.addAndGet(isBad ? 1 : 0);
            Proposal proposal = liquidation("p" + step, said.mark());
            if (!Cases.passes(guards, proposal, at(second))) {
                kept.addAndGet(isBad ? 0 : 1);
            } else if (second < releasedUntil) {
                released.incrementAndGet();
            } else {
                passed.incrementAndGet();
                assertThat(isBad)
                        .as("step %d, %s, truth %s, %s", step, said, truth, trouble)
                        .isFalse();
            }
        }

        private boolean isBad(Said said) {
            boolean isOld = second - said.time() > 30 || second - said.received() > 30;
            boolean isFar = Math.abs(said.price() / truth - 1) > SEEN;
            long fresh = newest.values().stream().filter(this::isFresh).count();
            long near = newest.values().stream()
                    .filter(this::isFresh)
                    .filter(other -> other.isPrice() && Math.abs(other.price() / said.price() - 1) <= 0.021)
                    .count();
            return isOld || isFar || 2 * near <= fresh;
        }

        private boolean isFresh(Said said) {
            return second - said.time() <= 30 && second - said.received() <= 30;
        }
    }
}
