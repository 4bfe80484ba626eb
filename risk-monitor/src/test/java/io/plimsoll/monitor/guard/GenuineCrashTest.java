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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Generated crashes on two to four sources: whoever is due is liquidated within a minute of his sources agreeing.
final class GenuineCrashTest {

    private static final int CASES = Integer.getInteger("plimsoll.cases", 200);

    private final AtomicInteger liquidated = new AtomicInteger();

    @Test
    void theFirstLiquidationComesWithinAMinuteOfAgreement() {
        RandomCases.forAll(CASES, random -> new Crash(random).run());
        assertThat(liquidated).hasValue(CASES);
    }

    private final class Crash {

        private final SplittableRandom random;
        private final int sources;
        private final double every;
        private final double size;
        private final double length;
        private final boolean inSteps;
        private final double line;
        private final Map<String, Double> newest = new TreeMap<>();
        private double agreedSince;

        Crash(SplittableRandom random) {
            this.random = random;
            sources = random.nextInt(2, 5);
            every = random.nextDouble(0.5, 8);
            size = random.nextDouble(0.05, 0.7);
            length = Math.exp(random.nextDouble(Math.log(30), Math.log(21_600)));
            inSteps = random.nextInt(3) == 0;
            line = 100 * (1 - size * random.nextDouble(0.2, 0.95));
        }

        void run() {
            Guards guards = new Guards(GuardSettings.STANDARD, GuardState.NEW, at(-1_200));
            agreedSince = -1_200;
            Double due = null;
            for (double second = -1_200; second < length + 300; second += every) {
                for (int i = 0; i < sources; i++) {
                    double moment = second + i * every / sources;
                    double price = price(moment) * (1 + random.nextDouble(-0.002, 0.002));
                    Mark mark = mark(BTC, text(price), at(moment), "s" + i);
                    guards.mark(mark, at(moment));
                    newest.put("s" + i, price);
                    if (!agree()) {
                        agreedSince = moment;
                    }
                    if (price(moment) <= line * 0.995) {
                        due = due == null ? moment : due;
                        if (Cases.passes(guards, liquidation("1", mark), at(moment))) {
                            assertThat(moment - Math.max(due, agreedSince)).isLessThanOrEqualTo(60);
                            liquidated.incrementAndGet();
                            return;
                        }
                    }
                }
            }
        }

        private boolean agree() {
            double low = newest.values().stream().min(Double::compare).orElseThrow();
            double high = newest.values().stream().max(Double::compare).orElseThrow();
            return high <= low * 1.02;
        }

        private double price(double second) {
            double share = Math.clamp(second / length, 0, 1);
            return 100 * (1 - size * (inSteps ? Math.ceil(share * 4) / 4 : share));
        }
    }

    private static String text(double price) {
        return BigDecimal.valueOf(price).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }
}
