package io.plimsoll.benchmarks.monitor;

import io.plimsoll.benchmarks.monitor.GeneratedBook.Held;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/// The peer: with each mark, every account that holds the instrument is computed from arrays of doubles;
/// exactly where doubles can't tell.
final class Scan {

    private static final double DOUBT = 1e-9;
    private static final double[] LIMITS = {GeneratedBook.CALL.doubleValue(), GeneratedBook.LIQUIDATION.doubleValue()};
    private static final double[] CLEARS = {
        GeneratedBook.CALL_CLEAR.doubleValue(), GeneratedBook.LIQUIDATION_CLEAR.doubleValue()
    };

    private final GeneratedBook book;
    private final int[] instruments;
    private final double[] quantities;
    private final double[] entries;
    private final double[] cash;
    private final boolean[] open;
    private final int[][] holders = new int[Market.INSTRUMENTS][];
    private final double[] marks = new double[Market.INSTRUMENTS];

    Scan(GeneratedBook book, Market market, int accounts) {
        this.book = book;
        instruments = new int[accounts * GeneratedBook.HOLDINGS];
        quantities = new double[accounts * GeneratedBook.HOLDINGS];
        entries = new double[accounts * GeneratedBook.HOLDINGS];
        cash = new double[accounts];
        open = new boolean[accounts * LIMITS.length];
        int[] counts = new int[Market.INSTRUMENTS];
        for (int account = 0; account < accounts; account++) {
            Held held = book.held(account);
            cash[account] = held.cash().doubleValue();
            for (int i = 0; i < GeneratedBook.HOLDINGS; i++) {
                int at = account * GeneratedBook.HOLDINGS + i;
                instruments[at] = held.instruments().get(i);
                quantities[at] = held.quantities().get(i).doubleValue();
                entries[at] = book.entry(instruments[at]).doubleValue();
                counts[instruments[at]]++;
            }
        }
        for (int i = 0; i < Market.INSTRUMENTS; i++) {
            holders[i] = new int[counts[i]];
            marks[i] = market.price(i).doubleValue();
        }
        for (int at = instruments.length - 1; at >= 0; at--) {
            holders[instruments[at]][--counts[instruments[at]]] = at / GeneratedBook.HOLDINGS;
        }
    }

    /// @param told of every threshold that is crossed or cleared
    void take(int instrument, BigDecimal mark, Consumer<Event> told) {
        marks[instrument] = mark.doubleValue();
        for (int account : holders[instrument]) {
            // Both at once, which is quicker than one by one.
            double equity = cash[account];
            double maintenance = 0;
            for (int at = account * GeneratedBook.HOLDINGS; at < (account + 1) * GeneratedBook.HOLDINGS; at++) {
                double price = marks[instruments[at]];
                equity += quantities[at] * (price - entries[at]);
                maintenance += GeneratedBook.maintenance(Math.abs(quantities[at]) * price);
            }
            for (int k = 0; k < LIMITS.length; k++) {
                int line = account * LIMITS.length + k;
                double level = open[line] ? CLEARS[k] : LIMITS[k];
                double beyond = maintenance - level * equity;
                double doubt = DOUBT * (maintenance + cash[account] + Math.abs(equity));
                boolean isBeyond = Math.abs(beyond) > doubt ? beyond > 0 : isBeyond(account, k, open[line]);
                if (isBeyond != open[line]) {
                    open[line] = isBeyond;
                    told.accept(new Event(account, k, isBeyond));
                }
            }
        }
    }

    double equity(int account) {
        double equity = cash[account];
        for (int at = account * GeneratedBook.HOLDINGS; at < (account + 1) * GeneratedBook.HOLDINGS; at++) {
            equity += quantities[at] * (marks[instruments[at]] - entries[at]);
        }
        return equity;
    }

    double maintenance(int account) {
        double maintenance = 0;
        for (int at = account * GeneratedBook.HOLDINGS; at < (account + 1) * GeneratedBook.HOLDINGS; at++) {
            maintenance += GeneratedBook.maintenance(Math.abs(quantities[at]) * marks[instruments[at]]);
        }
        return maintenance;
    }

    /// @param line 0 for the margin call, 1 for the liquidation
    boolean isOpen(int account, int line) {
        return open[account * LIMITS.length + line];
    }

    private boolean isBeyond(int account, int line, boolean isOpen) {
        List<Threshold> thresholds = book.thresholds(account);
        Threshold threshold = thresholds.get(line);
        Ratio ratio = AccountRisk.of(book.snapshot(account)).marginRatio();
        return isOpen ? !threshold.isClearedBy(ratio) : threshold.isCrossedBy(ratio);
    }

    int[] holdersOf(int instrument) {
        return holders[instrument];
    }
}
