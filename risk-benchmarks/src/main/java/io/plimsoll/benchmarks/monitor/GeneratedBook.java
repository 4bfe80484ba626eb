package io.plimsoll.benchmarks.monitor;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.book.Accounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Accounts with three holdings each and cash beside them: leveraged 1 to 20 times at the start, most of them
/// less than 5 times, and never beyond a margin ratio of 60 %; a margin call is at 80 %, a liquidation at 100
/// %. An account is generated anew whenever it is asked for, so that a million of them take no room beside
/// what is measured.
public final class GeneratedBook implements Accounts {

    static final int HOLDINGS = 3;
    static final BigDecimal CALL = new BigDecimal("0.8");
    static final BigDecimal CALL_CLEAR = new BigDecimal("0.7");
    static final BigDecimal LIQUIDATION = BigDecimal.ONE;
    static final BigDecimal LIQUIDATION_CLEAR = new BigDecimal("0.8");

    private static final double[] RATES = {0.01, 0.02, 0.05};

    private final long seed;
    private final Market market;
    private final double[] prices = new double[Market.INSTRUMENTS];
    private final BigDecimal[] entries = new BigDecimal[Market.INSTRUMENTS];

    /// @param seed of the accounts
    public GeneratedBook(long seed, Market market) {
        this.seed = seed;
        this.market = market;
        for (int i = 0; i < Market.INSTRUMENTS; i++) {
            entries[i] = market.price(i);
            prices[i] = entries[i].doubleValue();
        }
    }

    /// What an account holds, entered at the first marks.
    ///
    /// @param instruments each once
    /// @param quantities signed
    /// @param cash in dollars
    record Held(List<Integer> instruments, List<BigDecimal> quantities, BigDecimal cash) {}

    Held held(int account) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + account);
        int[] instruments = new int[HOLDINGS];
        BigDecimal[] quantities = new BigDecimal[HOLDINGS];
        double exposure = 0;
        double maintenance = 0;
        for (int i = 0; i < HOLDINGS; i++) {
            do {
                instruments[i] = market.any(random);
            } while (isAmong(instruments, i));
            double notional = 100 * Math.pow(10, 4 * random.nextDouble());
            BigDecimal quantity = BigDecimal.valueOf(notional / prices[instruments[i]])
                    .setScale(3, RoundingMode.HALF_EVEN)
                    .max(new BigDecimal("0.001"));
            quantities[i] = random.nextInt(10) < 7 ? quantity : quantity.negate();
            double held = quantity.doubleValue() * prices[instruments[i]];
            exposure += held;
            maintenance += maintenance(held);
        }
        double leverage = Math.pow(20, random.nextDouble());
        double equity = Math.max(exposure / leverage, maintenance / 0.6);
        return new Held(
                IntStream.of(instruments).boxed().toList(),
                List.of(quantities),
                BigDecimal.valueOf(equity).setScale(2, RoundingMode.UP));
    }

    private static boolean isAmong(int[] instruments, int last) {
        for (int i = 0; i < last; i++) {
            if (instruments[i] == instruments[last]) {
                return true;
            }
        }
        return false;
    }

    /// Of the schedule of all instruments; about it, for whoever can do with doubles.
    static double maintenance(double notional) {
        return notional < 50_000
                ? notional * RATES[0]
                : notional < 300_000 ? notional * RATES[1] - 500 : notional * RATES[2] - 9_500;
    }

    BigDecimal entry(int instrument) {
        return entries[instrument];
    }

    @Override
    public Snapshot snapshot(int account) {
        Held held = held(account);
        List<Instrument> instruments = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < HOLDINGS; i++) {
            int number = held.instruments.get(i);
            Instrument instrument = market.instrument(number);
            instruments.add(instrument);
            marks.add(market.mark(number));
            positions.add(Position.cross(instrument.id(), held.quantities.get(i), entries[number]));
        }
        Account owner = new Account(
                "A" + account,
                "retail",
                MarginMode.CROSS,
                "USD",
                List.of(new Balance("USD", held.cash)),
                positions,
                List.of());
        return new Snapshot(Market.NOW, owner, instruments, List.of(), marks, List.of());
    }

    @Override
    public List<Threshold> thresholds(int account) {
        Scope scope = Scope.account("A" + account);
        return List.of(
                threshold(ThresholdKind.MARGIN_CALL, scope, CALL, CALL_CLEAR),
                threshold(ThresholdKind.LIQUIDATION, scope, LIQUIDATION, LIQUIDATION_CLEAR));
    }

    private static Threshold threshold(ThresholdKind kind, Scope scope, BigDecimal limit, BigDecimal clear) {
        return new Threshold(kind, scope, Metric.MARGIN_RATIO, Comparison.AT_OR_ABOVE, limit, clear);
    }
}
