package io.plimsoll.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.order.AccountFills;
import io.plimsoll.model.order.CheckedOrder;
import io.plimsoll.model.order.Fill;
import io.plimsoll.model.order.OrderCheck;
import io.plimsoll.model.order.ProposedOrder;
import io.plimsoll.model.order.Verdict;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.Sources;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What is said to orders by the rule set that ships, held against plain evaluations of the accounts before and
/// after.
class StandardOrdersTest {

    private static final int ACCOUNTS = 4_000;

    private final Map<Verdict, AtomicInteger> seen = new EnumMap<>(Verdict.class);

    @Test
    void agreesWithPlainEvaluations() {
        for (Verdict verdict : Verdict.values()) {
            seen.put(verdict, new AtomicInteger());
        }
        try (RuleSetVersion standard = RuleSetCheck.check(Sources.standard())) {
            LongStream.range(0, ACCOUNTS).parallel().forEach(seed -> compare(seed, standard));
        }
        assertThat(seen.values()).allSatisfy(times -> assertThat(times).hasValueGreaterThan(ACCOUNTS / 100));
    }

    private void compare(long seed, RuleSetVersion standard) {
        Snapshot snapshot = EdgeAccounts.of(seed);
        if (snapshot.account().positions().isEmpty()) {
            return;
        }
        ProposedOrder order = order(new SplittableRandom(seed), snapshot);
        CheckedOrder checked = new OrderCheck(standard::standing).check(snapshot, order);

        assertThat(checked.before().standing().thresholds())
                .as("seed %d", seed)
                .isEqualTo(standard.evaluate(snapshot).thresholds());
        List<Threshold> before = restricting(standard, snapshot);
        boolean reduces = reduces(snapshot, order);
        if (reduces) {
            assertThat(checked.verdict()).as("seed %d", seed).isEqualTo(Verdict.ACCEPT);
        } else if (checked.verdict() == Verdict.ACCEPT) {
            Snapshot after = AccountFills.apply(snapshot, List.of(fill(snapshot, order)));
            assertThat(restricting(standard, after)).as("seed %d", seed).isSubsetOf(before);
            assertThat(before.stream().filter(threshold -> concerns(threshold, order)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
        count(checked.verdict());
    }

    private void count(Verdict verdict) {
        seen.computeIfAbsent(verdict, any -> new AtomicInteger()).incrementAndGet();
    }

    /// A tenth to twice of the first position, either way, in whole lots.
    private static ProposedOrder order(SplittableRandom random, Snapshot snapshot) {
        Position position = snapshot.account().positions().getFirst();
        Instrument instrument = snapshot.instrument(position.instrument());
        BigDecimal wanted = position.quantity().abs().multiply(BigDecimal.valueOf(random.nextInt(1, 21), 1));
        BigDecimal lots = wanted.divideToIntegralValue(instrument.lotSize()).max(BigDecimal.ONE);
        return new ProposedOrder(
                instrument.id(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                lots.multiply(instrument.lotSize()),
                null,
                false);
    }

    private static Fill fill(Snapshot snapshot, ProposedOrder order) {
        BigDecimal quantity =
                order.side() == Side.BUY ? order.quantity() : order.quantity().negate();
        return new Fill(
                order.instrument(), quantity, snapshot.mark(order.instrument()).price());
    }

    private static boolean reduces(Snapshot snapshot, ProposedOrder order) {
        Position position = snapshot.account().positions().getFirst();
        return position.isLong() == (order.side() == Side.SELL)
                && order.quantity().compareTo(position.quantity().abs()) <= 0;
    }

    private static boolean concerns(Threshold threshold, ProposedOrder order) {
        return threshold.scope().id().equals("client") || threshold.scope().id().equals(order.instrument());
    }

    private static List<Threshold> restricting(RuleSetVersion standard, Snapshot snapshot) {
        return standard.evaluate(snapshot).breaches().stream()
                .map(Breach::threshold)
                .filter(threshold -> threshold.kind().restrictsTrading())
                .toList();
    }
}
