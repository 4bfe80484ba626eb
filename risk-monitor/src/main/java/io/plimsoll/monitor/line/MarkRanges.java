package io.plimsoll.monitor.line;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The marks of an account, and between which values of them it is linear as it is now: within its margin
/// tiers, below its caps.
final class MarkRanges {

    private final List<String> marks;
    private final double[] from;
    private final double[] to;

    /// @param marks in ascending order
    MarkRanges(List<String> marks) {
        this.marks = marks;
        from = new double[marks.size()];
        to = new double[marks.size()];
        Arrays.fill(from, -1);
        Arrays.fill(to, Double.POSITIVE_INFINITY);
    }

    /// `slope × mark`.
    Linear times(String mark, Ratio slope) {
        return Linear.of(place(mark), marks.size(), slope);
    }

    /// Only above this mark.
    void above(String mark, Ratio bound) {
        int place = place(mark);
        double near = Doubles.near(bound);
        // Beyond what rounding may have taken off.
        from[place] = Math.max(from[place], near + 4 * Math.ulp(near));
    }

    /// Only below this mark.
    void below(String mark, Ratio bound) {
        int place = place(mark);
        double near = Doubles.near(bound);
        to[place] = Math.min(to[place], near - 4 * Math.ulp(near));
    }

    /// Only where each mark is within a share of what it is now; nowhere if the share is 0.
    void within(Snapshot snapshot, BigDecimal share) {
        for (String mark : marks) {
            BigDecimal now = snapshot.mark(mark).price();
            above(mark, Ratio.of(now.multiply(BigDecimal.ONE.subtract(share))));
            below(mark, Ratio.of(now.multiply(BigDecimal.ONE.add(share))));
        }
    }

    double[] from() {
        return from.clone();
    }

    double[] to() {
        return to.clone();
    }

    private int place(String mark) {
        return Collections.binarySearch(marks, mark);
    }
}
