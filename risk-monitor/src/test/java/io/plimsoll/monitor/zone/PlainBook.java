package io.plimsoll.monitor.zone;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The same accounts, in decimals and without any zones: every account is computed every time.
final class PlainBook {

    private final List<BigDecimal> marks = new ArrayList<>();
    private final Map<Integer, Lines> accounts = new TreeMap<>();

    void instrument(BigDecimal mark) {
        marks.add(mark);
    }

    void mark(int instrument, BigDecimal mark) {
        marks.set(instrument, mark);
    }

    BigDecimal mark(int instrument) {
        return marks.get(instrument);
    }

    Map<Integer, Lines> accounts() {
        return accounts;
    }

    /// Whether a line is reached, or a mark is where the lines don't hold.
    boolean hasToBeLookedAt(Lines lines) {
        for (int i = 0; i < lines.instruments().length; i++) {
            BigDecimal mark = marks.get(lines.instruments()[i]);
            boolean isAbove = lines.from()[i] < 0 || mark.compareTo(new BigDecimal(lines.from()[i])) > 0;
            boolean isBelow =
                    lines.to()[i] == Double.POSITIVE_INFINITY || mark.compareTo(new BigDecimal(lines.to()[i])) < 0;
            if (!isAbove || !isBelow) {
                return true;
            }
        }
        return lowest(lines).signum() <= 0;
    }

    /// Of all lines.
    BigDecimal lowest(Lines lines) {
        return values(lines).stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
    }

    /// What the lowest line would be if every term counted against it by so much of its magnitude.
    BigDecimal lowestLess(Lines lines, BigDecimal share) {
        int n = lines.instruments().length;
        BigDecimal lowest = BigDecimal.ONE;
        List<BigDecimal> values = values(lines);
        for (int k = 0; k < values.size(); k++) {
            BigDecimal magnitude = new BigDecimal(lines.constants()[k]).abs();
            for (int i = 0; i < n; i++) {
                magnitude = magnitude.add(term(lines, k, i).abs());
            }
            lowest = lowest.min(values.get(k).subtract(magnitude.multiply(share)));
        }
        return lowest;
    }

    private List<BigDecimal> values(Lines lines) {
        List<BigDecimal> values = new ArrayList<>();
        for (int k = 0; k < lines.constants().length; k++) {
            BigDecimal sum = new BigDecimal(lines.constants()[k]);
            for (int i = 0; i < lines.instruments().length; i++) {
                sum = sum.add(term(lines, k, i));
            }
            values.add(sum);
        }
        return values;
    }

    private BigDecimal term(Lines lines, int line, int i) {
        return new BigDecimal(lines.slopes()[line * lines.instruments().length + i])
                .multiply(marks.get(lines.instruments()[i]));
    }
}
